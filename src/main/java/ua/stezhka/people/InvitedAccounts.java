package ua.stezhka.people;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.Registrations;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Problem;

/** Makes the account of who was invited: account, roles and the used-up secret, all or nothing. */
@Singleton
class InvitedAccounts {
    private final Invitations invitations;
    private final Registrations registrations;
    private final Sessions sessions;
    private final RoleGrants grants;
    private final AuditTrail audit;

    InvitedAccounts(
            Invitations invitations,
            Registrations registrations,
            Sessions sessions,
            RoleGrants grants,
            AuditTrail audit) {
        this.invitations = invitations;
        this.registrations = registrations;
        this.sessions = sessions;
        this.grants = grants;
        this.audit = audit;
    }

    /**
     * Makes the account; what a guest did in this browser stays.
     *
     * @throws Problem.NotFound when the secret is wrong, out of date or used
     * @throws AccountTaken     when somebody has this name to sign in with; the invitation waits on
     */
    @Transactional
    NewSession accept(String secret, NewAccount account, String hash, Optional<SessionPerson> guest) {
        Invitations.Open invitation = invitations.use(secret).orElseThrow(Problem::notFound);
        SessionPerson person = registrations.register(guest, account, hash).person();
        invitation.grants().forEach(grant -> grants.grant(person.personId(), grant, invitation.invitedBy()));
        // The session knows the roles it began with.
        sessions.end(person.sessionId());
        NewSession session = sessions.start(person.personId(), Way.LINK);
        audit.note(AuditNote.of("account.invitation_used").by(person.personId()).about(person.personId()));
        return session;
    }
}
