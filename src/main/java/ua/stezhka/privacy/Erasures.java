package ua.stezhka.privacy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.PersonErased;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.platform.Problem;

/** Erases people for good: now, when a request is due, and again whenever an older backup brings them back. */
@Singleton
class Erasures {
    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final String RESTORE = "restore";

    private final Jdbi jdbi;
    private final Holdings holdings;
    private final ErasureLedger ledger;
    private final RoleGrants grants;
    private final AuditTrail audit;
    private final DataLetters letters;
    private final Clock clock;
    private final Event<PersonErased> erased;

    Erasures(
            Jdbi jdbi,
            Holdings holdings,
            ErasureLedger ledger,
            RoleGrants grants,
            AuditTrail audit,
            DataLetters letters,
            Clock clock,
            Event<PersonErased> erased) {
        this.jdbi = jdbi;
        this.holdings = holdings;
        this.ledger = ledger;
        this.grants = grants;
        this.audit = audit;
        this.letters = letters;
        this.clock = clock;
        this.erased = erased;
    }

    /**
     * Erases a person. A second call finds nobody.
     *
     * @param keep  whether certificates stay as proofs without a name
     * @param cause request, inactivity or restore, for the audit trail
     * @throws Problem.Conflict when nobody would be left to administer
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void erase(UUID personId, boolean keep, String cause) {
        if (!holdings.lock(personId)) {
            return;
        }
        grants.requireAnotherAdministrator(personId);
        // While the row is still there: the entry names the pseudonym that leads nowhere a moment later.
        audit.note(AuditNote.of("account.person_erased")
                .about(personId)
                .with("cause", cause)
                .with("certificates", keep ? "keep" : "revoke"));
        if (!cause.equals(RESTORE)) {
            letters.farewell(personId);
        }
        ledger.add(personId, clock.instant(), keep);
        holdings.erase(personId, keep, clock.instant());
        erased.fire(new PersonErased(personId));
    }

    /** Lets a guest who has not come for long be forgotten. Guests have no name, so neither ledger nor audit needs to know. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetGuest(UUID guestId) {
        holdings.erase(guestId, false, clock.instant());
        erased.fire(new PersonErased(guestId));
    }

    /** After the start: a database that knows less than the ledger’s file was restored from a backup. */
    void afterStart(@Observes @Priority(2500) StartupEvent start) {
        if (ledger.reconcile()) {
            int again = replay();
            LOG.infof("the database is older than the erasure ledger: %d people were erased again", again);
        }
    }

    /** Erases again whoever stands in the ledger and in the database. @return how many */
    int replay() {
        Map<String, ErasureLedger.Entry> listed = ledger.all();
        List<UUID> people = listed.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("select id from account.person")
                        .mapTo(UUID.class)
                        .list());
        int again = 0;
        for (UUID person : people) {
            ErasureLedger.Entry entry = listed.get(ledger.hash(person));
            if (entry != null) {
                erase(person, entry.keep(), RESTORE);
                again++;
            }
        }
        return again;
    }
}
