package ua.stezhka.bank;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** Reports of a person, and what authors and reviewers did to questions. What they did stays, done by nobody in particular. */
@Singleton
@Priority(45)
class BankData implements PersonalData {
    @Override
    public List<PersonTable> tables() {
        return List.of(reports(), deeds(), regradings());
    }

    private static PersonTable reports() {
        return PersonTable.of(
                "bank.report",
                "bank.archiveReports",
                """
                select r.id, v.prompt, coalesce(r.answered_by in (<people>), false) as answered_by_me,
                       case when r.person_id in (<people>) then r.words else '' end as words, r.kind, r.place, r.reported_at, r.outcome,
                       r.answer, r.answered_at
                from bank.report r join quiz.question_version v on v.id = r.question_version_id
                where r.person_id in (<people>) or r.answered_by in (<people>) order by r.reported_at, r.id""",
                "update bank.report set answered_by = null where answered_by in (<people>)",
                "delete from bank.report where person_id in (<people>)");
    }

    private static PersonTable deeds() {
        return PersonTable.of(
                "bank.version_deed",
                "bank.archiveDeeds",
                """
                select d.id, v.prompt, d.kind, d.done_at from bank.version_deed d
                join quiz.question_version v on v.id = d.question_version_id
                where d.person_id in (<people>) order by d.done_at, d.id""",
                "update bank.version_deed set person_id = null where person_id in (<people>)");
    }

    private static PersonTable regradings() {
        return PersonTable.of(
                "bank.regrading",
                "bank.archiveRegradings",
                """
                select g.id, v.prompt, g.reason, g.attempts, g.raised, g.lowered, g.done_at from bank.regrading g
                join quiz.question_version v on v.id = g.question_version_id
                where g.person_id in (<people>) order by g.done_at, g.id""",
                "update bank.regrading set person_id = null where person_id in (<people>)");
    }
}
