package ua.stezhka.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes cookies, and reads those of a request; the general parser takes a regular expression to each character of a long token. Source: RFC 6265, 4.2. */
public final class Cookies {
    private Cookies() {}

    /** The value of the first cookie of this name, or null when the browser sent none. */
    public static @Nullable String value(ContainerRequestContext request, String name) {
        for (String field : fields(request)) {
            String value = value(field, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * A cookie for the whole site that no script reads.
     *
     * @param lasts zero to have the browser forget it
     */
    public static NewCookie hidden(
            String name, String value, Duration lasts, boolean secure, NewCookie.SameSite sameSite) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) lasts.toSeconds())
                .secure(secure)
                .httpOnly(true)
                .sameSite(sameSite)
                .build();
    }

    /** The header fields with cookies: HTTP/1.1 has one at most, HTTP/2 may send each cookie alone (RFC 9113, 8.2.3). */
    static List<String> fields(ContainerRequestContext request) {
        List<String> fields = request.getHeaders().get(HttpHeaders.COOKIE);
        return fields == null ? List.of() : fields;
    }

    static @Nullable String value(String header, String name) {
        int from = 0;
        while (from < header.length()) {
            int semicolon = header.indexOf(';', from);
            int end = semicolon < 0 ? header.length() : semicolon;
            int equals = header.indexOf('=', from);
            if (equals >= 0
                    && equals < end
                    && header.substring(from, equals).strip().equals(name)) {
                return unquoted(header.substring(equals + 1, end).strip());
            }
            from = end + 1;
        }
        return null;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
