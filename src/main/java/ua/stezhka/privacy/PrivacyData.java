package ua.stezhka.privacy;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** What a person agreed to and asked for. */
@Singleton
@Priority(14)
class PrivacyData implements PersonalData {

    @Override
    public List<PersonTable> tables() {
        return List.of(consents(), exports(), requests(), notices());
    }

    private static PersonTable consents() {
        return PersonTable.of(
                "privacy.consent_entry",
                "account.archiveConsents",
                """
                select id, purpose, version, deed, way, noted_at, by_actor is not null as written_down_by_staff
                from privacy.consent_entry where person_id in (<people>) order by noted_at""",
                "delete from privacy.consent_entry where person_id in (<people>)");
    }

    private static PersonTable exports() {
        return PersonTable.of(
                "privacy.data_export",
                "account.archiveExports",
                """
                select id, made_at, expires_at, keeper_id <> person_id as for_staff from privacy.data_export
                where person_id in (<people>) order by made_at""",
                "delete from privacy.data_export where person_id in (<people>) or keeper_id in (<people>)");
    }

    /** The request to be erased is answered by this; others have nobody any more whom to answer. */
    private static PersonTable requests() {
        return PersonTable.of("privacy.data_request", "account.archiveRequests", """
                select id, kind, way, reason, certificates, asked_at, answer_due_at, erase_at, done_at, cancelled_at
                from privacy.data_request where person_id in (<people>) order by asked_at""", """
                update privacy.data_request
                set person_id = null, reason = null,
                    done_at = case when cancelled_at is null and kind = 'erasure' then coalesce(done_at, :now) else done_at end,
                    cancelled_at = case when done_at is null and kind <> 'erasure' then coalesce(cancelled_at, :now) else cancelled_at end
                where person_id in (<people>)""");
    }

    private static PersonTable notices() {
        return PersonTable.of(
                "privacy.inactivity_notice",
                "account.archiveNotices",
                "select warned_at, erase_at from privacy.inactivity_notice where person_id in (<people>)",
                "delete from privacy.inactivity_notice where person_id in (<people>)");
    }
}
