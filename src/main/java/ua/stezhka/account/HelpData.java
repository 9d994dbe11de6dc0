package ua.stezhka.account;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Desks and shared places, from both sides: what was done for a person, and what a person did for others. What helpers did stays with
 * those whom they helped, without saying who it was.
 */
@Singleton
@Priority(25)
class HelpData implements PersonalData {
    @Override
    public List<PersonTable> tables() {
        return List.of(acts(), helps(), records(), cards(), computers(), imports());
    }

    private static PersonTable acts() {
        return PersonTable.of(
                "account.help_act",
                "account.archiveHelpActs",
                """
                select id, coalesce(helper_id in (<people>), false) as done_by_me, helper_role, scope_kind, kind, done_at, refused_at
                from account.help_act where person_id in (<people>) or helper_id in (<people>) order by done_at, id""",
                "update account.help_act set helper_id = null where helper_id in (<people>)",
                "delete from account.help_act where person_id in (<people>)");
    }

    /** Work that an erased helper had begun ends with the helper. */
    private static PersonTable helps() {
        return PersonTable.of(
                "account.help",
                "account.archiveHelps",
                """
                select id, coalesce(helper_id in (<people>), false) as done_by_me, helper_role, scope_kind, begun_at, ends_at, ended_at
                from account.help where person_id in (<people>) or helper_id in (<people>) order by begun_at, id""",
                """
                update account.session s set ended_at = :now from account.help h
                where h.session_id = s.id and h.helper_id in (<people>) and s.ended_at is null""",
                """
                update account.help
                set helper_id = null, session_id = null, helper_session_id = null, ended_at = coalesce(ended_at, :now)
                where helper_id in (<people>)""",
                "delete from account.help where person_id in (<people>)");
    }

    private static PersonTable records() {
        return PersonTable.of(
                "account.assisted_record",
                "account.archiveAssistedRecords",
                """
                select birth_year, scope_kind, made_at, consent, claimed_at, claim_consent
                from account.assisted_record where person_id in (<people>) order by made_at""",
                "update account.assisted_record set made_by = null where made_by in (<people>)",
                "delete from account.assisted_record where person_id in (<people>) or claimed_by in (<people>)");
    }

    /** Code and PIN together open the door, so neither is in the copy. */
    private static PersonTable cards() {
        return PersonTable.of(
                "account.access_card",
                "account.archiveCards",
                """
                select id, made_at, expires_at, ended_at, end_reason from account.access_card
                where person_id in (<people>) order by made_at""",
                """
                delete from account.failed_sign_in f using account.access_card c
                where c.person_id in (<people>) and f.login_hash = sha256(convert_to('card:' || c.code, 'UTF8'))""",
                "update account.access_card set made_by = null where made_by in (<people>)",
                "delete from account.access_card where person_id in (<people>)");
    }

    private static PersonTable computers() {
        return PersonTable.of(
                "account.shared_computer",
                "account.archiveSharedComputers",
                """
                select id, place, marked_at, unmarked_at from account.shared_computer
                where marked_by in (<people>) order by marked_at""",
                "update account.shared_computer set marked_by = null where marked_by in (<people>)");
    }

    /** The list itself is about others. */
    private static PersonTable imports() {
        return PersonTable.of(
                "account.people_import",
                "account.archiveImports",
                "select id, made_at from account.people_import where made_by in (<people>)",
                "delete from account.people_import where made_by in (<people>)");
    }
}
