package ua.stezhka.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Secrets;

/**
 * What one browser keeps, for some minutes, of the sign-in it has begun at another service. Source: OpenID Connect Core 3.1.2.1,
 * RFC 7636.
 *
 * @param service  the short name of the service
 * @param state    comes back with the answer: only this browser can have asked
 * @param nonce    comes back inside the identity token: it was made for this sign-in
 * @param verifier whoever has it may redeem the code; the service saw only its hash
 * @param askedAfreshAt when the service was told to ask who it is, even if it remembers somebody; null when it was not
 * @param next     where to go afterwards
 */
record SignInTicket(
        String service,
        String state,
        String nonce,
        String verifier,
        @Nullable Instant askedAfreshAt,
        String next) {
    private static final String AS_IS = "as-is";
    private static final int PARTS = 6;

    static SignInTicket of(String service, @Nullable Instant askedAfreshAt, String next) {
        return new SignInTicket(service, Secrets.next(), Secrets.next(), Secrets.next(), askedAfreshAt, next);
    }

    static Optional<SignInTicket> parse(@Nullable String cookie) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            String next = new String(Base64.getUrlDecoder().decode(parts[5]), StandardCharsets.UTF_8);
            Instant asked = parts[4].equals(AS_IS) ? null : Instant.parse(parts[4]);
            return Optional.of(new SignInTicket(parts[0], parts[1], parts[2], parts[3], asked, next));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    String cookie() {
        return String.join(
                ".",
                service,
                state,
                nonce,
                verifier,
                askedAfreshAt == null
                        ? AS_IS
                        : askedAfreshAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                base64(next.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the service sees of the verifier. */
    String challenge() {
        return base64(Secrets.hash(verifier));
    }

    boolean belongsTo(String service, @Nullable String state) {
        return this.service.equals(service)
                && state != null
                && MessageDigest.isEqual(Secrets.hash(this.state), Secrets.hash(state));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
