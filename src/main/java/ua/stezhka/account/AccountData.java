package ua.stezhka.account;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;

/** Accounts: who a person is, how they sign in, what they agreed to and asked for. The last to go. */
@Singleton
@Priority(10)
class AccountData implements PersonalData {

    @Override
    public List<PersonTable> tables() {
        return List.of(
                failedSignIns(),
                password(),
                roles(),
                comfort(),
                sessions(),
                minor(),
                minorConsents(),
                audit(),
                person());
    }

    private static PersonTable failedSignIns() {
        return PersonTable.of("account.failed_sign_in", "account.archiveFailedSignIns", """
                select f.failed_at from account.failed_sign_in f join account.password w
                    on f.login_hash in (sha256(convert_to(w.login_key, 'UTF8')), sha256(convert_to(w.email_key, 'UTF8')))
                where w.person_id in (<people>) order by f.failed_at""", """
                delete from account.failed_sign_in f using account.password w
                where w.person_id in (<people>)
                  and f.login_hash in (sha256(convert_to(w.login_key, 'UTF8')), sha256(convert_to(w.email_key, 'UTF8')))""");
    }

    private static PersonTable password() {
        return PersonTable.of(
                "account.password",
                "account.archivePassword",
                "select login_name, email, email_confirmed_at, changed_at from account.password where person_id in (<people>)",
                "delete from account.password where person_id in (<people>)");
    }

    private static PersonTable roles() {
        return PersonTable.of(
                "account.role_grant",
                "account.archiveRoles",
                """
                select id, role, scope_kind, scope_id, granted_at, ended_at from account.role_grant
                where person_id in (<people>) order by granted_at""",
                "update account.role_grant set granted_by = null where granted_by in (<people>)",
                "update account.role_grant set ended_by = null where ended_by in (<people>)",
                "delete from account.role_grant where person_id in (<people>)");
    }

    private static PersonTable comfort() {
        return PersonTable.of(
                "account.comfort",
                "account.archiveComfort",
                """
                select language, text_size, theme, calm, pace, chosen_at from account.comfort
                where person_id in (<people>) order by chosen_at""",
                "delete from account.comfort where person_id in (<people>)");
    }

    private static PersonTable sessions() {
        return PersonTable.of(
                "account.session",
                "account.archiveSessions",
                """
                select id, way, browser, device, started_at, seen_at, expires_at, ended_at, second_factor_at from account.session
                where person_id in (<people>) order by started_at""",
                "delete from account.session where person_id in (<people>)");
    }

    private static PersonTable minor() {
        return PersonTable.of(
                "account.minor",
                "account.archiveMinor",
                "select birth_year, stated_at from account.minor where person_id in (<people>)",
                "delete from account.minor where person_id in (<people>)");
    }

    private static PersonTable minorConsents() {
        return PersonTable.of(
                "account.minor_consent",
                "account.archiveMinorConsents",
                """
                select id, giver, giver_name, text_version, given_on, noted_at, withdrawn_at from account.minor_consent
                where person_id in (<people>) order by noted_at""",
                "delete from account.minor_consent where person_id in (<people>)");
    }

    /** The audit trail stays: without the row of the person its pseudonyms lead to nobody. */
    private static PersonTable audit() {
        return PersonTable.of("account.audit_entry", "account.archiveAudit", """
                select number, noted_at, action, coalesce(by_actor in (<actors>), false) as done_by_me,
                       case when by_actor in (<actors>) then network end as network, details
                from account.audit_entry where by_actor in (<actors>) or about_actor in (<actors>) order by number""");
    }

    private static PersonTable person() {
        return PersonTable.of(
                "account.person", "account.archivePerson", """
                select id, name, created_at, registered_at, adopted_by, merged_at, blocked_at from account.person
                where id in (<people>) order by created_at""", "delete from account.person where id in (<people>)");
    }
}
