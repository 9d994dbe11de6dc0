package ua.stezhka.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;

/** Names the character set of every page, whoever wrote the answer. Source: ASVS 5.0, 4.1.1. */
class CharacterSet {
    private static final int EARLY = 500;

    void name(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.addHeadersEndHandler(
                            done -> complete(routing.response().headers()));
                    routing.next();
                },
                EARLY);
    }

    private static void complete(MultiMap headers) {
        if ("text/html".equals(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.set(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        }
    }
}
