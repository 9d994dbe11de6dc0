package ua.stezhka.account;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;

/**
 * Keeps what somebody sent after their session had ended, in their own browser, sealed so that nobody else reads it: after signing in
 * again the same person goes on with it. Nothing of it is stored here. What holds a secret is not kept, nor what no cookie can hold.
 */
@Singleton
class KeptForms {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_CHARACTERS = 3500;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern SECRET =
            Pattern.compile("password|current|pin|code|secret|token", Pattern.CASE_INSENSITIVE);

    private final SealingKey key;
    private final String name;
    private final boolean secure;

    KeptForms(SealingKey key, AccountConfig config) {
        this.key = key;
        this.secure = config.secureCookies();
        this.name = secure ? "__Host-stezhka-form" : "stezhka-form";
    }

    String cookieName() {
        return name;
    }

    /** The cookie that keeps a form; empty when it holds a secret or is too long. */
    Optional<NewCookie> keep(UUID personId, KeptForm form) {
        if (form.fields().keySet().stream()
                .anyMatch(field -> SECRET.matcher(field).find())) {
            return Optional.empty();
        }
        String sealed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        key.seal(owner(personId), deflated(Json.write(form).getBytes(StandardCharsets.UTF_8))));
        return sealed.length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(cookie(sealed, KEPT));
    }

    /** What this browser keeps for this person; empty when it keeps nothing, or something of somebody else. */
    Optional<KeptForm> read(@Nullable String sealed, UUID personId) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return key.openIfMine(owner(personId), Base64.getUrlDecoder().decode(sealed))
                    .map(opened ->
                            Json.read(new String(inflated(opened), StandardCharsets.UTF_8), new TypeReference<>() {}));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static UUID owner(UUID personId) {
        return Ids.named("kept-form/" + personId);
    }

    private NewCookie cookie(String value, Duration lasts) {
        return Cookies.hidden(name, value, lasts, secure, NewCookie.SameSite.STRICT);
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(deflated)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

    private static byte[] inflated(byte[] bytes) {
        try (InflaterInputStream stream = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
