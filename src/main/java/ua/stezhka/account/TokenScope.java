package ua.stezhka.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.stezhka.platform.Problem;

/** What a personal token may open. A route that stands nowhere here is opened by none: the table of all that programs may do. */
public enum TokenScope {
    /** Who the person is. */
    PROFILE_READ("profile:read", "GET /api/v1/me"),
    /** Which courses the person takes, and how far. */
    PROGRESS_READ("progress:read", "GET /api/v1/progress", "GET /api/v1/progress/{slug}"),
    /** Marks steps of lessons as done. */
    PROGRESS_WRITE("progress:write", "PUT /api/v1/progress/{slug}/lessons/{lesson}/steps/{step}");

    private final String key;
    private final List<String> routes;
    private final List<Pattern> patterns;

    TokenScope(String key, String... routes) {
        this.key = key;
        this.routes = List.of(routes);
        this.patterns = Stream.of(routes)
                .map(route -> Pattern.compile(route.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
                .toList();
    }

    /** As programs and the database write it, such as {@code progress:read}. */
    public String key() {
        return key;
    }

    /** The routes that it opens, such as {@code GET /api/v1/me}. */
    public List<String> routes() {
        return routes;
    }

    static Optional<TokenScope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    /** Lets a request with a token of these scopes go on. @throws Problem.Forbidden when none of them names its route */
    static void require(Set<TokenScope> scopes, String method, String path) {
        String request = method + ' ' + path;
        if (scopes.stream().noneMatch(scope -> scope.opens(request))) {
            throw Problem.forbidden("account.out_of_scope");
        }
    }

    private boolean opens(String request) {
        return patterns.stream().anyMatch(route -> route.matcher(request).matches());
    }
}
