package ua.stezhka.quiz;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Only forms that send a file may be as large as a file; every other request stays as small as ever. Source: ASVS 5.0, 4.3.1, 5.2.1.
 */
class LargeForms {
    /** After the product has looked at its own limit, before the request is read. */
    private static final int AFTER_LIMIT = 1;

    private static final long USUAL = 1L << 20;
    private static final int TOO_LARGE = 413;
    private static final Pattern FILE_FORM =
            Pattern.compile("/attempts/[0-9a-f-]{36}/questions/\\d{1,2}/files|/certificates/file");

    void limit(@Observes Filters filters) {
        filters.register(LargeForms::limit, AFTER_LIMIT);
    }

    private static void limit(RoutingContext routing) {
        if (mayBeLarge(routing)) {
            routing.next();
            return;
        }
        String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && tooLong(length)) {
            routing.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .setStatusCode(TOO_LARGE)
                    .end();
            return;
        }
        if (length == null) {
            routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL);
        }
        routing.next();
    }

    private static boolean tooLong(String length) {
        try {
            return Long.parseLong(length) > USUAL;
        } catch (NumberFormatException noNumber) {
            return true;
        }
    }

    private static boolean mayBeLarge(RoutingContext routing) {
        return routing.request().method().equals(HttpMethod.POST)
                && FILE_FORM.matcher(routing.request().path()).matches();
    }
}
