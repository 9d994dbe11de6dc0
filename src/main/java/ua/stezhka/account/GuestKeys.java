package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Cookies;

/**
 * Keys by which browsers begin once: 256 random bits, in a cookie that no script reads, signed together with the moment they were made,
 * so a key that we did not make in the last minutes is none. Nothing is kept of a key before it is used.
 */
@Singleton
class GuestKeys {
    static final Duration LAST = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("(([A-Za-z0-9_-]{43})\\.(\\d{1,12}))\\.([A-Za-z0-9_-]{43})");
    private static final Pattern OF_PROGRAM = Pattern.compile("[A-Za-z0-9_-]{22,100}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SealingKey seal;
    private final Clock clock;
    private final String name;
    private final boolean secure;

    GuestKeys(SealingKey seal, AccountConfig config, Clock clock) {
        this.seal = seal;
        this.clock = clock;
        this.secure = config.secureCookies();
        this.name = secure ? "__Host-stezhka-start" : "stezhka-start";
    }

    String cookieName() {
        return name;
    }

    NewCookie next() {
        String key = Secrets.next() + '.' + clock.instant().getEpochSecond();
        return cookie(key + '.' + signature(key), LAST);
    }

    NewCookie none() {
        return cookie("", Duration.ZERO);
    }

    /** The key that a browser brings; empty when it is not one of ours, or too old. */
    Optional<String> ofBrowser(@Nullable String cookie) {
        Matcher parts = FORM.matcher(cookie == null ? "" : cookie);
        if (!parts.matches() || !same(parts.group(4), signature(parts.group(1)))) {
            return Optional.empty();
        }
        Instant made = Instant.ofEpochSecond(Long.parseLong(parts.group(3)));
        return clock.instant().isBefore(made.plus(LAST)) ? Optional.of("browser " + parts.group(2)) : Optional.empty();
    }

    /** The key that a program has made for itself; empty when it is too short to be a secret. */
    static Optional<String> ofProgram(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(key -> OF_PROGRAM.matcher(key).matches())
                .map(key -> "program " + key);
    }

    private String signature(String key) {
        return TEXT.encodeToString(seal.sign("guest key", key.getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean same(String one, String two) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), two.getBytes(StandardCharsets.US_ASCII));
    }

    private NewCookie cookie(String value, Duration lasts) {
        return Cookies.hidden(name, value, lasts, secure, NewCookie.SameSite.STRICT);
    }
}
