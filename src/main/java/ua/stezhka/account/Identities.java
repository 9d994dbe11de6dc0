package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Recognises people by what their browsers and programs carry. */
@Singleton
class Identities {
    private final Tokens tokens;
    private final Sessions sessions;
    private final Renewals renewals;
    private final PersonalTokens personalTokens;
    private final SessionDoubts doubts;

    Identities(
            Tokens tokens, Sessions sessions, Renewals renewals, PersonalTokens personalTokens, SessionDoubts doubts) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.renewals = renewals;
        this.personalTokens = personalTokens;
        this.doubts = doubts;
    }

    /** The person of an access token whose session lives. */
    Optional<SessionPerson> ofToken(@Nullable String token) {
        return Optional.ofNullable(token).flatMap(tokens::sessionOf).flatMap(sessions::find);
    }

    /** The registered person of a refresh token, also after its session has ended; opens nothing. */
    Optional<UUID> personOf(@Nullable String refreshToken) {
        return Optional.ofNullable(refreshToken).flatMap(renewals::personOf);
    }

    /** The session of a refresh token, renewed. */
    Optional<NewSession> renewed(@Nullable String refreshToken) {
        return Optional.ofNullable(refreshToken).flatMap(renewals::renew);
    }

    /** Waits while the session of these tokens is in doubt. @return whether it was, so that it is worth while to ask again */
    boolean settled(@Nullable String token, @Nullable String refreshToken) {
        return Optional.ofNullable(token)
                .flatMap(tokens::sessionOf)
                .or(() -> Optional.ofNullable(refreshToken).flatMap(renewals::sessionOf))
                .filter(doubts::settle)
                .isPresent();
    }

    /**
     * The person of a token in the header {@code Authorization}: of a session, or a personal one, which opens what its scopes name.
     *
     * @throws Problem.Unauthenticated when it opens nothing
     * @throws Problem.Forbidden       when it does not open this route
     */
    SessionPerson ofProgram(String token, String method, String path) {
        if (!token.startsWith(PersonalTokens.PREFIX)) {
            return ofToken(token).orElseThrow(Problem::unauthenticated);
        }
        PersonalTokens.Carrier carrier = personalTokens.use(token).orElseThrow(Problem::unauthenticated);
        TokenScope.require(carrier.scopes(), method, path);
        return carrier.person();
    }
}
