package ua.stezhka.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.MergedAccounts;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.account.Sessions;
import ua.stezhka.platform.Problem;

/** Makes one account of two that belong to the same person, all or nothing. */
@Singleton
class Merges {
    private final MergedAccounts accounts;
    private final Sessions sessions;
    private final RoleGrants grants;
    private final AuditTrail audit;
    private final Event<PersonMerged> merged;

    Merges(
            MergedAccounts accounts,
            Sessions sessions,
            RoleGrants grants,
            AuditTrail audit,
            Event<PersonMerged> merged) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.grants = grants;
        this.audit = audit;
        this.merged = merged;
    }

    /**
     * Merges one account into the other: what was done, roles, and the e-mail or the whole sign-in if the other has none.
     *
     * @throws Problem.Conflict for the own account, an account with itself, and one that is merged already or blocked
     */
    @Transactional
    void merge(UUID mergedId, UUID personId, UUID by) {
        if (mergedId.equals(by)) {
            throw Problem.conflict("account.merge_yourself");
        }
        if (!accounts.lock(mergedId, personId)) {
            throw Problem.conflict("account.merge_impossible");
        }
        for (RoleGrant grant : grants.of(mergedId)) {
            grants.grant(personId, grant, by);
            grants.end(mergedId, grant, by);
        }
        merged.fire(new PersonMerged(mergedId, personId, accounts.actorOf(personId), by));
        accounts.lead(mergedId, personId);
        sessions.endAll(mergedId, by);
        audit.note(AuditNote.of("account.merged")
                .by(by)
                .about(personId)
                .with("merged", accounts.actorOf(mergedId).toString()));
    }
}
