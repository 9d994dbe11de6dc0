package ua.stezhka.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that was sent after its session had ended.
 *
 * @param address where it was sent to
 * @param fields  what was filled in, by name
 */
record KeptForm(String address, Map<String, List<String>> fields) {
    private static final int MOST_BYTES = 64 * 1024;

    /** Reads a form as browsers send it; what is longer than any form of ours is read as far as that. */
    static KeptForm read(String address, InputStream body) {
        try {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            for (String pair : new String(body.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                            .add(decoded(pair.substring(equals + 1)));
                }
            }
            return new KeptForm(address, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
