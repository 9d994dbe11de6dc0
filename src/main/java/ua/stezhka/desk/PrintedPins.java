package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.AccountConfig;

/**
 * A PIN that was set a moment ago, to be printed once: it is kept nowhere but in a cookie of the browser in which it was set, for ten
 * minutes, and no script reads it.
 */
@Singleton
class PrintedPins {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private final String name;
    private final boolean secure;

    PrintedPins(AccountConfig config) {
        secure = config.secureCookies();
        name = secure ? "__Host-stezhka-pin" : "stezhka-pin";
    }

    NewCookie of(Card card, String pin) {
        return new NewCookie.Builder(name)
                .value(card.id() + "." + pin)
                .path("/")
                .maxAge((int) KEPT.toSeconds())
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** The PIN of this card, when it was set in this browser a moment ago. */
    Optional<String> read(HttpHeaders headers, UUID cardId) {
        String led = cardId + ".";
        return Optional.ofNullable(headers.getCookies().get(name))
                .map(Cookie::getValue)
                .filter(value -> value.startsWith(led))
                .map(value -> value.substring(led.length()))
                .filter(pin -> pin.matches("\\d{4,6}"));
    }
}
