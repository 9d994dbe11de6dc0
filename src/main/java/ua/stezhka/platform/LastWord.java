package ua.stezhka.platform;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers when a request failed where no problem can be told any more: a filter could not ask the database for the answer that was
 * ready, or the node has ended meanwhile. Programs send it again, people are asked to.
 */
@Singleton
class LastWord {
    /** Just before the framework’s own word, which is 500. */
    private static final int LATE = Integer.MAX_VALUE - 1;

    private static final int UNAVAILABLE = 503;
    private static final String SECONDS = "2";
    private static final String TEXT = Stream.of(Languages.UK, Languages.EN)
            .flatMap(language -> Stream.of("problem.away", "problem.advice_503")
                    .map(key -> Texts.get(language, key).replaceFirst("\\.?$", ".")))
            .collect(Collectors.joining("\n"));

    void listen(@Observes Router router) {
        router.route().order(LATE).failureHandler(LastWord::tell);
    }

    private static void tell(RoutingContext request) {
        Throwable failure = request.failure();
        boolean passes = failure != null && DatabaseAway.reason(failure).isPresent() || Arc.container() == null;
        if (!passes || request.response().headWritten()) {
            request.next();
            return;
        }
        boolean program = request.normalizedPath().startsWith("/api/")
                || request.normalizedPath().startsWith("/xapi/");
        request.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader("Retry-After", SECONDS)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", program ? "application/problem+json" : "text/plain; charset=UTF-8")
                .end(program ? "{\"type\":\"about:blank\",\"status\":503,\"code\":\"away\"}" : TEXT);
    }
}
