package ua.stezhka.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.TestPeople;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.learning.CourseCompleted;
import ua.stezhka.learning.Progress;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.QuizFixtures;

/** People who go through a small course; of their final quiz the database only says that it is passed. */
@ApplicationScoped
public class CertificateHolders {
    static final int PERCENT = 92;

    private final Jdbi jdbi;
    private final Courses courses;
    private final QuizFixtures quizzes;
    private final Progress progress;
    private final CertificateReader reader;
    private final CertificatePdfs pdfs;
    private final Event<CourseCompleted> completed;

    CertificateHolders(
            Jdbi jdbi,
            Courses courses,
            QuizFixtures quizzes,
            Progress progress,
            CertificateReader reader,
            CertificatePdfs pdfs,
            Event<CourseCompleted> completed) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.quizzes = quizzes;
        this.progress = progress;
        this.reader = reader;
        this.pdfs = pdfs;
        this.completed = completed;
    }

    /** Somebody in a course, with the browser in which they are known. */
    record Holder(TestBrowser browser, Learner learner, Revision revision, UUID enrolmentId) {
        /** A correction of the name, as its owner makes it. */
        void rename(String name) {
            browser.post("/settings/name", "name", name);
        }
    }

    /** Begins a course of its own in this browser and leaves only the last step of its only lesson. */
    Holder begun(TestBrowser browser) {
        return begun(browser, quizzes.course());
    }

    Holder begun(TestBrowser browser, String slug) {
        browser.post("/courses/" + slug + "/lessons/bank-call/steps/1/completion");
        Revision revision = courses.current(slug).orElseThrow();
        UUID person = UUID.fromString(browser.get("/api/v1/me").json().get("id").asText());
        UUID enrolment = id(
                "select id from learning.enrolment where person_id = ? and course_id = ?", person, revision.courseId());
        jdbi.useHandle(handle -> handle.execute(
                "update learning.enrolment set quiz_passed_at = started_at, quiz_percent = ? where id = ?",
                PERCENT,
                enrolment));
        Learner learner = new Learner(person, id("select actor_id from account.person where id = ?", person));
        return new Holder(browser, learner, revision, enrolment);
    }

    /** The last step: the course is completed with it. */
    void finish(Holder holder) {
        Revision.Lesson lesson = holder.revision().lessons().getFirst();
        progress.finishStep(
                holder.learner(), holder.revision(), lesson, lesson.steps().getLast());
    }

    Holder earned(TestBrowser browser) {
        Holder holder = begun(browser);
        finish(holder);
        return holder;
    }

    Holder earned() {
        return earned(TestPeople.learner());
    }

    /** Earns a certificate in this browser. @return its number */
    public String certificateOf(TestBrowser browser) {
        return number(earned(browser)).toString();
    }

    /** The file of a certificate, in Ukrainian. */
    public byte[] file(String number) {
        Certificate certificate =
                reader.find(new CertificateNumber(number.replace("-", ""))).orElseThrow();
        return pdfs.print(certificate, Languages.UK, URI.create("https://stezhka.example/"));
    }

    /** Says once more that the course is completed, whoever has said it before. */
    @Transactional
    void tellCompletion(Holder holder) {
        completed.fire(new CourseCompleted(
                holder.enrolmentId(),
                holder.learner().personId(),
                holder.learner().actorId(),
                holder.revision(),
                PERCENT,
                Instant.EPOCH));
    }

    /** The number of the one valid certificate of the enrolment. */
    CertificateNumber number(Holder holder) {
        return jdbi.withHandle(handle -> handle.select(
                        "select number from certificate.certificate where enrolment_id = ? and revoked_at is null",
                        holder.enrolmentId())
                .mapTo(String.class)
                .map(CertificateNumber::new)
                .one());
    }

    /** Rows of a table for which a condition on its only parameter, an identifier, is true. */
    int count(String condition, UUID id) {
        return jdbi.withHandle(handle -> handle.select("select count(*) from " + condition, id)
                .mapTo(Integer.class)
                .one());
    }

    private UUID id(String sql, Object... parameters) {
        return jdbi.withHandle(
                handle -> handle.select(sql, parameters).mapTo(UUID.class).one());
    }
}
