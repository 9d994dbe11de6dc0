package ua.stezhka.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Passwords that guessers try first: the 30,000 most used ones in the world and the words of this place. */
final class CommonPasswords {
    private static final Set<String> LOCAL = local();
    private static final Set<String> ALL = load();

    private CommonPasswords() {}

    /** Whether the password, without digits and marks at its end, is one of the common ones. */
    static boolean contains(String password) {
        String low = password.toLowerCase(Locale.ROOT).strip();
        String stem = low.replaceAll("[\\d\\p{Punct}]+$", "");
        return ALL.contains(low)
                || LOCAL.contains(stem)
                || low.codePoints().distinct().count() < 3;
    }

    private static Set<String> local() {
        InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/common-passwords.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> load() {
        try {
            Stream<String> world = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream();
            return Stream.concat(world, LOCAL.stream()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
