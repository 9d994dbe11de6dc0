package ua.stezhka.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the interface: one file per module and language in {@code messages/}, in ICU message format, so that plural
 * forms are right in both languages.
 */
public final class Texts {
    private static final Map<String, Texts> BUNDLES = new ConcurrentHashMap<>();

    private final ULocale locale;
    private final Properties patterns;
    private final Map<String, Queue<MessageFormat>> formats = new ConcurrentHashMap<>();

    private Texts(ULocale locale, Properties patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /**
     * The text of a key.
     *
     * @param key module and name, such as {@code quiz.savedAt}
     * @throws IllegalArgumentException when the module has no such text
     */
    public static String get(Locale locale, String key, Object... arguments) {
        String found = find(locale, key, arguments);
        if (found == null) {
            throw new IllegalArgumentException("no text " + key + " in " + locale);
        }
        return found;
    }

    /** The text of a key, or null when there is none. */
    public static @Nullable String find(Locale locale, String key, Object... arguments) {
        int dot = key.indexOf('.');
        return bundle(key.substring(0, dot), locale).text(key.substring(dot + 1), arguments);
    }

    static Texts bundle(String module, Locale locale) {
        return BUNDLES.computeIfAbsent(
                module + '_' + locale.getLanguage(), name -> new Texts(ULocale.forLocale(locale), read(name)));
    }

    @Nullable
    String text(String name, Object... arguments) {
        String pattern = patterns.getProperty(name);
        if (pattern == null || pattern.indexOf('{') < 0) {
            return pattern;
        }
        // A MessageFormat keeps state while it formats, so each call has one for itself and gives it back: a new one,
        // or a copy, would
        // read the plural rules of the language again.
        Queue<MessageFormat> idle = formats.computeIfAbsent(name, n -> new ConcurrentLinkedQueue<>());
        MessageFormat lent = idle.poll();
        MessageFormat format = lent == null ? new MessageFormat(pattern, locale) : lent;
        String text = format.format(arguments);
        idle.add(format);
        return text;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("/messages/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalArgumentException("no texts messages/" + name + ".properties");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
