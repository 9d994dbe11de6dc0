package ua.stezhka.desk;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Subject;
import ua.stezhka.account.Throttle;

/**
 * Desks and shared places, from both sides: what was done for a person, and what a person did for others. What helpers did stays with
 * those whom they helped, without saying who it was.
 */
@Singleton
@Priority(25)
class HelpData implements PersonalData {
    private final Jdbi jdbi;
    private final Sessions sessions;
    private final Throttle throttle;

    HelpData(Jdbi jdbi, Sessions sessions, Throttle throttle) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** Work that an erased helper had begun ends with the helper; of wrong PINs nothing stays. */
    @Override
    public void close(Subject subject) {
        about(
                        subject,
                        "select session_id from desk.help where helper_id in (<people>) and session_id is not null",
                        UUID.class)
                .forEach(sessions::end);
        about(subject, "select code from desk.access_card where person_id in (<people>)", String.class)
                .forEach(code -> throttle.forget(CardSignIns.door(code)));
    }

    private <T> List<T> about(Subject subject, String query, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bindList("people", subject.people())
                .mapTo(type)
                .list());
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(acts(), helps(), records(), cards(), computers(), lifelines());
    }

    private static PersonTable acts() {
        return PersonTable.of(
                "desk.help_act",
                "account.archiveHelpActs",
                """
                select id, coalesce(helper_id in (<people>), false) as done_by_me, helper_role, scope_kind, kind, done_at, refused_at
                from desk.help_act where person_id in (<people>) or helper_id in (<people>) order by done_at, id""",
                "update desk.help_act set helper_id = null where helper_id in (<people>)",
                "delete from desk.help_act where person_id in (<people>)");
    }

    private static PersonTable helps() {
        return PersonTable.of(
                "desk.help", "account.archiveHelps", """
                select id, coalesce(helper_id in (<people>), false) as done_by_me, helper_role, scope_kind, begun_at, ends_at, ended_at
                from desk.help where person_id in (<people>) or helper_id in (<people>) order by begun_at, id""", """
                update desk.help
                set helper_id = null, session_id = null, helper_session_id = null, ended_at = coalesce(ended_at, :now)
                where helper_id in (<people>)""", "delete from desk.help where person_id in (<people>)");
    }

    private static PersonTable records() {
        return PersonTable.of(
                "desk.assisted_record",
                "account.archiveAssistedRecords",
                """
                select birth_year, scope_kind, made_at, consent, claimed_at, claim_consent
                from desk.assisted_record where person_id in (<people>) order by made_at""",
                "update desk.assisted_record set made_by = null where made_by in (<people>)",
                "delete from desk.assisted_record where person_id in (<people>) or claimed_by in (<people>)");
    }

    /** Code and PIN together open the door, so neither is in the copy. */
    private static PersonTable cards() {
        return PersonTable.of(
                "desk.access_card",
                "account.archiveCards",
                """
                select id, made_at, expires_at, ended_at, end_reason from desk.access_card
                where person_id in (<people>) order by made_at""",
                "update desk.access_card set made_by = null where made_by in (<people>)",
                "delete from desk.access_card where person_id in (<people>)");
    }

    private static PersonTable computers() {
        return PersonTable.of(
                "desk.shared_computer",
                "account.archiveSharedComputers",
                """
                select id, place, marked_at, unmarked_at from desk.shared_computer
                where marked_by in (<people>) order by marked_at""",
                "update desk.shared_computer set marked_by = null where marked_by in (<people>)");
    }

    /** The id of a page says something only while it is open, so it is not in the copy. */
    private static PersonTable lifelines() {
        return PersonTable.of("desk.lifeline", "account.archiveLifelines", """
                select l.session_id, l.tied_at, l.seen_at, l.broken_at, l.left_at
                from desk.lifeline l join account.session s on s.id = l.session_id
                where s.person_id in (<people>) order by l.tied_at, l.id""", """
                delete from desk.lifeline l using account.session s
                where s.id = l.session_id and s.person_id in (<people>)""");
    }
}
