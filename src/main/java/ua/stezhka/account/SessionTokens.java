package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes what a browser or program carries of a session: a token that opens for a short while and one to get the next with. */
@Singleton
class SessionTokens {
    private final Tokens tokens;
    private final AccountConfig config;
    private final Clock clock;

    SessionTokens(Tokens tokens, AccountConfig config, Clock clock) {
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    NewSession issue(SessionPerson person, SessionTimes times, String refreshToken) {
        Instant now = clock.instant();
        Instant soon = now.plus(SessionLimits.accessToken(config, times.idle()));
        Instant until = soon.isBefore(times.end()) ? soon : times.end();
        return new NewSession(
                person,
                tokens.issue(person.sessionId(), person.personId(), until),
                Duration.between(now, until),
                refreshToken,
                Duration.between(now, times.end()));
    }
}
