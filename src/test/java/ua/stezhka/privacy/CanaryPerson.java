package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Minors;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders;
import ua.stezhka.platform.TestBrowser;

/** People of whom a word that stands nowhere else is written into every table that can hold something of them. */
@ApplicationScoped
class CanaryPerson {
    private static final String COURSE = "/courses/internet-safety";

    private final Jdbi jdbi;
    private final Minors minors;
    private final CertificateHolders certificates;

    CanaryPerson(Jdbi jdbi, Minors minors, CertificateHolders certificates) {
        this.jdbi = jdbi;
        this.minors = minors;
        this.certificates = certificates;
    }

    /**
     * @param word  the canary, in small Latin letters
     * @param other somebody who helped the person, and whom the person helped
     */
    record Canary(TestBrowser browser, UUID id, String word, String certificate, UUID other) {
        String name() {
            return "Канарка " + word;
        }
    }

    Canary sing() {
        String word = "canary" + Long.toString(System.nanoTime(), 36);
        TestBrowser browser = new TestBrowser();
        browser.post(
                "/registration",
                "name",
                "Канарка " + word,
                "password",
                TestPeople.PASSWORD,
                "email",
                word + "@example.com");
        UUID id = TestPeople.idOf(browser);
        adoptGuest(word);
        String certificate = certificates.certificateOf(browser);
        browser.post(COURSE + "/quiz/attempts");
        browser.post("/settings/consents", "purpose", "letters", "given", "yes");
        browser.post("/settings/data/correction", "correction", "виправте " + word);
        minors.state(id, 2011);
        minors.note(id, new Minors.Consent("guardian", "Мати " + word, LocalDate.of(2026, 11, 1)), id);
        TestPeople.grant(id, new RoleGrant(Role.MENTOR, Scope.EVERYWHERE));
        UUID other = TestPeople.idOf(TestPeople.learner());
        jdbi.useHandle(handle -> {
            write(handle, id, word);
            CanaryDoors.write(handle, id, word, other);
        });
        TestPeople.forgetSessions();
        assertThat(browser.post("/settings/data/export", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        // The last of all: a right password from the same address forgets it.
        new TestBrowser().post("/sign-in", "login", "Канарка " + word, "password", "щось зовсім інше");
        return new Canary(browser, id, word, certificate, other);
    }

    /** What was done without a name, in another browser, belongs to the person too. */
    private static void adoptGuest(String word) {
        TestBrowser guest = new TestBrowser();
        guest.post(COURSE + "/lessons/bank-call/steps/1/completion");
        assertThat(guest.post("/sign-in", "login", "Канарка " + word, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    private static void write(Handle handle, UUID id, String word) {
        for (String sql : List.of("""
                insert into quiz.response (attempt_id, position, revision, state, answer, saved_at)
                select a.id, q.position, 1, 'answered', jsonb_build_object('text', :word), a.started_at
                from quiz.attempt a join quiz.attempt_question q on q.attempt_id = a.id and q.position = 1
                where a.person_id = :id and a.submitted_at is null""", """
                insert into quiz.attempt_event (attempt_id, kind, at, node, answer)
                select id, 'save', started_at, :word, jsonb_build_object('text', :word) from quiz.attempt
                where person_id = :id and submitted_at is null""", """
                insert into quiz.upload (id, attempt_id, position, label, size, received, begun_at)
                select gen_random_uuid(), a.id, 1, :word || '.pdf', 3, 3, a.started_at from quiz.attempt a
                where a.person_id = :id and a.submitted_at is null""", """
                insert into quiz.upload_part (upload_id, start, bytes)
                select u.id, 0, convert_to('%PDF-' || :word, 'UTF8') from quiz.upload u join quiz.attempt a on a.id = u.attempt_id
                where a.person_id = :id""", """
                insert into quiz.mark (attempt_id, position, number, marker_id, points, earned, possible, comment, marked_at)
                select a.id, 1, 1, :id, '{}', 0, 1, :word, a.started_at from quiz.attempt a
                where a.person_id = :id and a.submitted_at is null""", """
                update learning.lesson_progress l set step_id = :word from learning.enrolment e
                where e.id = l.enrolment_id and e.person_id = :id""", """
                insert into xapi.statement (actor_id, id, stored_at, occurred_at, verb, activity, registration, body)
                select p.actor_id, gen_random_uuid(), now(), now(), 'http://adlnet.gov/expapi/verbs/answered', 'https://stezhka.example/q',
                       gen_random_uuid(),
                       jsonb_build_object('id', gen_random_uuid(), 'result', jsonb_build_object('response', :word, 'success', true),
                           'actor', jsonb_build_object('account', jsonb_build_object('homePage', 'https://stezhka.example', 'name', p.actor_id)))
                from account.person p where p.id = :id""", """
                insert into quiz.accommodation (person_id, allowance, chosen_by_person, given_at) values (:id, 'double', false, now())""", """
                insert into privacy.inactivity_notice (person_id, warned_at, erase_at) values (:id, now(), now())""", """
                insert into bank.report (id, question_id, question_version_id, person_id, kind, words, place, reported_at)
                select gen_random_uuid(), v.question_id, v.id, :id, 'other', :word, 'quiz', now() from quiz.question_version v limit 1""", """
                insert into bank.version_deed (id, question_version_id, kind, person_id, done_at)
                select gen_random_uuid(), (select id from quiz.question_version limit 1), 'retired', :id, now() where :word <> ''""", """
                insert into bank.regrading
                    (id, question_version_id, reason, lowers, attempts, raised, lowered, passed, failed, person_id, done_at)
                select gen_random_uuid(), (select id from quiz.question_version limit 1), 'ключ', false, 0, 0, 0, 0, 0, :id, now()
                where :word <> ''""")) {
            assertThat(handle.createUpdate(sql)
                            .bind("id", id)
                            .bind("word", word)
                            .execute())
                    .as(sql)
                    .isPositive();
        }
    }
}
