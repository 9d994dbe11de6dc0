package ua.stezhka.account;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The doors that open for a person: letters and their links, invitations, passkeys, codes, tokens, other services. An erasure closes
 * all of them. What lies under an address is read out only to whoever has proved that the address is theirs.
 */
@Singleton
@Priority(15)
class DoorData implements PersonalData {
    private static final String PROVEN = """
            (select email_key from account.password where person_id in (<people>) and email_confirmed_at is not null)""";
    private static final String TYPED = """
            (select email_key from account.password where person_id in (<people>) and email_key is not null)""";

    /** Addresses as {@link LoginName#key} writes them. */
    private static final String INVITED = "translate(lower(i.email), '''ʼ`´‐‑–—', '’’’’----')";

    private static final String RECIPIENT = "translate(lower(l.recipient), '''ʼ`´‐‑–—', '’’’’----')";

    /** The key of a letter names its occasion by the person, or by the hash of the address. */
    private static final String OCCASION = """
             or exists (select from account.person p where p.id in (<people>)
                        and (position(p.id::text in l.key) > 0 or l.content ->> 'person' = p.id::text))
             or exists (select from account.password w where w.person_id in (<people>)
                        and position(encode(sha256(convert_to(w.email_key, 'UTF8')), 'hex') in l.key) > 0)""";

    @Override
    public List<PersonTable> tables() {
        return List.of(
                letters(),
                invitations(),
                invitationLinks(),
                links(),
                wishes(),
                arrivals(),
                identities(),
                personalTokens(),
                refreshTokens(),
                codeApp(),
                passkeys(),
                recoveryCodes());
    }

    /** The letter that tells of the erasure goes its way: it is forgotten when it is sent. */
    private static PersonTable letters() {
        return PersonTable.of(
                "platform.letter",
                "account.archiveLetters",
                "select l.template, l.recipient, l.written_at, l.sent_at, l.given_up_at from platform.letter l where "
                        + RECIPIENT + " in " + PROVEN + OCCASION + " order by l.written_at",
                "delete from platform.letter l where l.template <> '" + DataLetters.ERASED + "' and (" + RECIPIENT
                        + " in " + TYPED + OCCASION + ")");
    }

    /** Invitations that the person made work no more, as when the person is blocked. */
    private static PersonTable invitations() {
        return PersonTable.of(
                "account.invitation",
                "account.archiveInvitations",
                """
                select i.id, i.invited_by in (<people>) as made_by_me, case when i.mine then i.name end as name,
                       case when i.mine then i.login_name end as login_name, case when i.mine then i.email end as email,
                       i.invited_at, i.expires_at
                from (select i.*, """ + INVITED + " in " + PROVEN + """
                 as mine from account.invitation i) i
                where i.mine or i.invited_by in (<people>) order by i.invited_at""",
                "delete from account.invitation i where i.invited_by in (<people>) or " + INVITED + " in " + TYPED);
    }

    private static PersonTable links() {
        return PersonTable.of(
                "account.email_link",
                "account.archiveEmailLinks",
                """
                select purpose, email_key as email, made_at, expires_at, used_at from account.email_link
                where person_id in (<people>) order by made_at""",
                "delete from account.email_link where person_id in (<people>)");
    }

    private static PersonTable wishes() {
        return PersonTable.of(
                "account.email_wish",
                "account.archiveEmailWish",
                "select email, wished_at from account.email_wish where person_id in (<people>)",
                "delete from account.email_wish where person_id in (<people>)");
    }

    private static PersonTable arrivals() {
        return PersonTable.of("account.vouched_arrival", "account.archiveArrivals", """
                select a.issuer, a.subject, a.name, a.arrived_at
                from account.vouched_arrival a join account.vouched_identity v on v.issuer = a.issuer and v.subject = a.subject
                where v.person_id in (<people>) order by a.arrived_at""", """
                delete from account.vouched_arrival a using account.vouched_identity v
                where v.issuer = a.issuer and v.subject = a.subject and v.person_id in (<people>)""");
    }

    private static PersonTable identities() {
        return PersonTable.of(
                "account.vouched_identity",
                "account.archiveIdentities",
                """
                select issuer, subject, joined_at from account.vouched_identity
                where person_id in (<people>) order by joined_at""",
                "delete from account.vouched_identity where person_id in (<people>)");
    }

    private static PersonTable personalTokens() {
        return PersonTable.of(
                "account.personal_token",
                "account.archivePersonalTokens",
                """
                select id, name, array_to_string(scopes, ', ') as scopes, created_at, expires_at, used_at, revoked_at
                from account.personal_token where person_id in (<people>) order by created_at""",
                "delete from account.personal_token where person_id in (<people>)");
    }

    /** They go with their sessions. */
    /** They go with their invitations. */
    private static PersonTable invitationLinks() {
        return PersonTable.of(
                "account.invitation_link",
                "account.archiveInvitationLinks",
                """
                select i.id as invitation_id, i.invited_at, i.expires_at
                from account.invitation_link l join account.invitation i on i.id = l.invitation_id
                where i.invited_by in (<people>) or """ + ' ' + INVITED + " in " + PROVEN + " order by i.invited_at");
    }

    private static PersonTable refreshTokens() {
        return PersonTable.of("account.refresh_token", "account.archiveRefreshTokens", """
                select t.session_id, t.issued_at, t.used_at
                from account.refresh_token t join account.session s on s.id = t.session_id
                where s.person_id in (<people>) order by t.issued_at""");
    }

    private static PersonTable codeApp() {
        return PersonTable.of(
                "account.code_app",
                "account.archiveCodeApp",
                "select added_at from account.code_app where person_id in (<people>)",
                "delete from account.code_app where person_id in (<people>)");
    }

    private static PersonTable passkeys() {
        return PersonTable.of(
                "account.passkey",
                "account.archivePasskeys",
                """
                select id, name, backup_eligible, added_at, last_used_at from account.passkey
                where person_id in (<people>) order by added_at""",
                "delete from account.passkey where person_id in (<people>)");
    }

    private static PersonTable recoveryCodes() {
        return PersonTable.of(
                "account.recovery_code",
                "account.archiveRecoveryCodes",
                "select id, made_at, used_at from account.recovery_code where person_id in (<people>) order by made_at, id",
                "delete from account.recovery_code where person_id in (<people>)");
    }
}
