package ua.stezhka.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads cookies of a request; the general parser takes a regular expression to each character of a long token. Source: RFC 6265, 4.2. */
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
