package ua.stezhka.factor;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Sessions;
import ua.stezhka.platform.Problem;

/** What people have besides a password: an application with codes, passkeys, and recovery codes for the day on which these are lost. */
@Singleton
public class SecondFactors {
    private static final UUID NO_SESSION = new UUID(0, 0);

    private final CodeApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Sessions sessions;
    private final AuditTrail audit;

    SecondFactors(CodeApps apps, Passkeys passkeys, RecoveryCodes recovery, Sessions sessions, AuditTrail audit) {
        this.apps = apps;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Whether the person has a second factor. */
    boolean owned(UUID personId) {
        return apps.addedAt(personId).isPresent() || !passkeys.of(personId).isEmpty();
    }

    /** The person has given the second factor: a new session takes the place of the half one. */
    @Transactional
    NewSession given(SessionPerson person, SecondFactorCodes.Source source) {
        NewSession session = renew(person);
        audit.note(AuditNote.of("account.second_factor_given")
                .by(person.personId())
                .with("kind", source.name().toLowerCase(Locale.ROOT)));
        return session;
    }

    /**
     * Adds an application, or puts another one in place of the old one. The offer of this session is used up by it, so a new session begins.
     *
     * @param code  its first code, which fits
     * @param codes recovery codes when these are new too
     */
    @Transactional
    NewSession addApp(SessionPerson person, byte[] secret, String code, Optional<RecoveryCodes.Draft> codes) {
        boolean replaced = apps.addedAt(person.personId()).isPresent();
        apps.put(person.personId(), secret, code);
        codes.ifPresent(draft -> recovery.put(person.personId(), draft));
        if (replaced) {
            sessions.endOthers(person.personId(), person.sessionId());
        }
        NewSession session = renew(person);
        audit.note(noted(replaced ? "account.code_app_replaced" : "account.code_app_added", person));
        return session;
    }

    /** @throws Problem.NotFound when there is none */
    @Transactional
    void removeApp(SessionPerson person) {
        if (!apps.remove(person.personId())) {
            throw Problem.notFound();
        }
        removed(person);
        audit.note(noted("account.code_app_removed", person));
    }

    /**
     * Adds a passkey; the person has just proved with it who they are, so a new session begins.
     *
     * @return empty when this passkey is somebody's already
     */
    @Transactional
    Optional<NewSession> addPasskey(
            SessionPerson person, Passkeys.Fresh fresh, String name, Optional<RecoveryCodes.Draft> codes) {
        if (!passkeys.add(person.personId(), fresh, name)) {
            return Optional.empty();
        }
        codes.ifPresent(draft -> recovery.put(person.personId(), draft));
        NewSession session = renew(person);
        audit.note(noted("account.passkey_added", person));
        return Optional.of(session);
    }

    /** @throws Problem.NotFound when the person has no such passkey */
    @Transactional
    void removePasskey(SessionPerson person, UUID id) {
        if (!passkeys.remove(person.personId(), id)) {
            throw Problem.notFound();
        }
        removed(person);
        audit.note(noted("account.passkey_removed", person));
    }

    /** From now on the person's old recovery codes are worth nothing. */
    @Transactional
    void putRecoveryCodes(SessionPerson person, RecoveryCodes.Draft codes) {
        recovery.put(person.personId(), codes);
        audit.note(noted("account.recovery_codes_made", person));
    }

    /**
     * Forgets every second factor of a person who has lost them, and ends their sessions: at the next signing in they set up a new one when
     * their roles ask for it.
     *
     * @param by who does it; null for the command of the operator
     */
    @Transactional
    public void reset(UUID personId, @Nullable UUID by) {
        forget(personId);
        sessions.endOthers(personId, NO_SESSION);
        audit.note(AuditNote.of("account.second_factor_reset").by(by).about(personId));
    }

    /** The account that goes on keeps what it has, and only that: whoever held the other one’s keys does not come in with them. */
    void merge(@Observes PersonMerged merge) {
        forget(merge.mergedId());
    }

    private void forget(UUID personId) {
        apps.remove(personId);
        passkeys.removeAll(personId);
        recovery.remove(personId);
    }

    private NewSession renew(SessionPerson person) {
        sessions.end(person.sessionId());
        return sessions.startProven(person.personId(), person.way());
    }

    private void removed(SessionPerson person) {
        if (!owned(person.personId())) {
            recovery.remove(person.personId());
        }
        sessions.endOthers(person.personId(), person.sessionId());
    }

    private static AuditNote noted(String action, SessionPerson person) {
        return AuditNote.of(action).by(person.personId()).about(person.personId());
    }
}
