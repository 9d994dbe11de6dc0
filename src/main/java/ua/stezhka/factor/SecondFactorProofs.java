package ua.stezhka.factor;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignIns;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Problem;

/** Whether a person has just shown who they are, so that factors may be changed: by the password, and by a code when there is one to give. */
@Singleton
class SecondFactorProofs {
    /** So long after it was given a factor need not be given once more. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final Clock clock;
    private final SignIns signIns;
    private final SecondFactorCodes codes;

    SecondFactorProofs(Jdbi jdbi, Clock clock, SignIns signIns, SecondFactorCodes codes) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.signIns = signIns;
        this.codes = codes;
    }

    /**
     * What this person is asked for before a change. The first factor, right after signing in by password, asks for nothing twice.
     *
     * @param first whether the person has no factor yet
     */
    ProofAsked asked(SessionPerson person, boolean first) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.started_at, s.second_factor_at,
                               exists (select from account.password w where w.person_id = s.person_id) as has_password
                        from account.session s where s.id = :id""")
                .bind("id", person.sessionId())
                .map((row, context) -> {
                    Instant started = row.getTimestamp("started_at").toInstant();
                    var proven = row.getTimestamp("second_factor_at");
                    boolean justIn = first && person.way() == Way.PASSWORD && fresh(started);
                    return new ProofAsked(
                            row.getBoolean("has_password") && !justIn,
                            !first && !fresh(proven == null ? null : proven.toInstant()));
                })
                .one());
    }

    private boolean fresh(@Nullable Instant given) {
        return given != null && given.plus(FRESH).isAfter(clock.instant());
    }

    /** Takes what was asked for; what does not hold is told as a fault. A code is used up only after the right password. */
    void check(SessionPerson person, ProofAsked asked, ProofGiven given, Faults faults) {
        try {
            if (asked.password() && given.password().isEmpty()) {
                faults.add("password", "account.password_missing");
            } else if (asked.password() && !signIns.confirms(person.personId(), given.password(), given.address())) {
                faults.add("password", "account.current_password_wrong");
            }
        } catch (Problem.TooMany wait) {
            faults.add("password", "account.sign_in_wait");
        }
        try {
            if (asked.code()
                    && !faults.has("password")
                    && codes.use(person.personId(), given.proof(), given.address())
                            .isEmpty()) {
                faults.add("proof", "account.second_factor_code_wrong");
            }
        } catch (Problem.TooMany wait) {
            faults.add("proof", "account.sign_in_wait");
        }
    }
}
