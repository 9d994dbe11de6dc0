package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Problem;

/**
 * Asks once more who is there, before a person's data are copied or erased: by the password, or, for people who have none, by having
 * signed in a moment ago. A session of paper or of somebody else's help is not enough. Source: ASVS 5.0, 7.5.1 and 7.5.3.
 */
@Singleton
public class PasswordCheck {
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final SignIns signIns;
    private final Clock clock;

    PasswordCheck(Jdbi jdbi, SignIns signIns, Clock clock) {
        this.jdbi = jdbi;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Whether the person signs in by a password. */
    public boolean hasPassword(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from account.password where person_id = :id)")
                        .bind("id", personId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Adds what is wrong to the faults of the field {@code current}. */
    public void check(SessionPerson person, String password, String address, Faults faults) {
        try {
            if (!hasPassword(person.personId())) {
                if (!person.way().opensRoles()
                        || startedAt(person.sessionId())
                                .isBefore(clock.instant().minus(MOMENT))) {
                    faults.add("current", "account.sign_in_anew");
                }
            } else if (password.isEmpty()) {
                faults.add("current", "account.password_missing");
            } else if (!signIns.confirms(person.personId(), password, address)) {
                faults.add("current", "account.current_password_wrong");
            }
        } catch (Problem.TooMany wait) {
            faults.add("current", "account.sign_in_wait");
        }
    }

    private Instant startedAt(UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery("select started_at from account.session where id = :id")
                .bind("id", sessionId)
                .mapTo(Instant.class)
                .one());
    }
}
