package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ua.stezhka.account.AccountConfig;
import ua.stezhka.platform.Comfort;

/** The cookies of a shared computer, and the order to forget everything else. */
@Singleton
class SharedTraces {
    private static final int YEARS = 2 * 365 * 24 * 3600;
    private static final String FORGET = "Clear-Site-Data";

    private final boolean secure;

    SharedTraces(AccountConfig config) {
        this.secure = config.secureCookies();
    }

    /** The one cookie that stays for years: the mark, and nothing of any person. */
    String markCookie() {
        return secure ? "__Host-stezhka-shared" : "stezhka-shared";
    }

    /** The sign that nobody has been here since all was cleared; it goes with the browser or with the next session. */
    String cleanCookie() {
        return secure ? "__Host-stezhka-clean" : "stezhka-clean";
    }

    NewCookie mark(String secret) {
        return cookie(markCookie(), secret, YEARS);
    }

    NewCookie without(String name) {
        return cookie(name, "", 0);
    }

    /** The same cookie for as long as the browser runs; one that is taken away stays so. */
    NewCookie forThisTimeOnly(NewCookie cookie) {
        if (cookie.getMaxAge() <= 0 || cookie.getName().equals(markCookie())) {
            return cookie;
        }
        return new NewCookie.Builder(cookie.getName())
                .value(cookie.getValue())
                .path(cookie.getPath())
                .secure(cookie.isSecure())
                .httpOnly(cookie.isHttpOnly())
                .sameSite(cookie.getSameSite())
                .build();
    }

    /**
     * Has the browser forget all but the mark, the language, and what this very answer gives it. Cookies are taken away one by one: the
     * order to forget «cookies» takes those away that come with the same answer, and with them the mark.
     */
    void clear(ContainerRequestContext request, ContainerResponseContext response, Comfort comfort) {
        var headers = response.getHeaders();
        Set<String> fresh = given(headers.getOrDefault(HttpHeaders.SET_COOKIE, List.of()));
        request.getCookies().keySet().stream()
                .filter(name -> !name.equals(markCookie()) && !fresh.contains(name))
                .forEach(name -> headers.add(HttpHeaders.SET_COOKIE, without(name)));
        if (!fresh.contains(Comfort.COOKIE)) {
            headers.add(HttpHeaders.SET_COOKIE, forThisTimeOnly(comfort.cookie()));
        }
        headers.add(HttpHeaders.SET_COOKIE, cookie(cleanCookie(), "yes", NewCookie.DEFAULT_MAX_AGE));
        headers.putSingle(FORGET, "\"cache\", \"storage\"");
    }

    private static Set<String> given(List<Object> cookies) {
        return cookies.stream()
                .filter(each -> each instanceof NewCookie cookie && cookie.getMaxAge() != 0)
                .map(each -> ((NewCookie) each).getName())
                .collect(Collectors.toSet());
    }

    private NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
