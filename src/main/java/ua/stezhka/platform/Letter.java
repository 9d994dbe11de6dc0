package ua.stezhka.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A letter by e-mail that is to be sent.
 *
 * @param key       names the occasion, without personal data: a letter of the same key is written once
 * @param to        the address of one person
 * @param template  module and name: {@code account/link} is drawn from {@code templates/account/letters/link.txt}, whose first line is
 *                  the subject, and {@code link.html}
 * @param values    what the templates name; secrets do not belong here, see {@link LetterDue}
 * @param uselessAt until when it makes sense to send it
 */
public record Letter(
        String key, String to, Locale language, String template, Map<String, String> values, Instant uselessAt) {
    public Letter {
        values = Map.copyOf(values);
    }

    public static Letter of(String key, String to, Locale language, String template, Instant uselessAt) {
        return new Letter(key, to, language, template, Map.of(), uselessAt);
    }

    /** The same letter, in which the templates find this value by this name. */
    public Letter with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Letter(key, to, language, template, more, uselessAt);
    }
}
