package ua.stezhka.account;

import java.time.Duration;

/**
 * When a session ends by itself. Source: ASVS 5.0, 7.3.1 and 7.3.2.
 *
 * @param idle    so long after it was last renewed
 * @param longest so long after its beginning, whatever was done
 */
public record SessionLimits(Duration idle, Duration longest) {
    private static final int RENEWALS_WHILE_IDLE = 5;

    /** The limits of this person, by way and role; guests have one limit only. */
    static SessionLimits of(AccountConfig config, SessionPerson person) {
        if (!person.registered()) {
            return new SessionLimits(config.guestSession(), config.guestSession());
        }
        return person.staff()
                ? new SessionLimits(config.staffIdle(), config.staffSession())
                : new SessionLimits(config.sessionIdle(), config.session());
    }

    /** The limits of a computer that many people use. */
    static SessionLimits shared(AccountConfig config) {
        return new SessionLimits(config.sharedIdle(), config.sharedSession());
    }

    /** The narrower ones of both. */
    SessionLimits within(SessionLimits other) {
        return new SessionLimits(shorter(idle, other.idle), shorter(longest, other.longest));
    }

    /**
     * How long an access token may open. Use is noticed when a token is renewed, so that must happen several times within the idle
     * limit: who does something is never idle, and who does nothing is out in time.
     */
    static Duration accessToken(AccountConfig config, Duration idle) {
        return shorter(config.accessToken(), idle.dividedBy(RENEWALS_WHILE_IDLE));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
