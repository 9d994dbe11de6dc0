package ua.stezhka.exchange;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.course.CourseDraft;
import ua.stezhka.course.Courses;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.question.QuestionDraft;
import ua.stezhka.quiz.QuizDraft;
import ua.stezhka.quiz.Quizzes;

/** Brings a content folder into the modules that show it: all of it or nothing, by one node at a time. */
@Singleton
class Publication {
    /** The name of the lock among PostgreSQL's advisory locks: "content" in ASCII. */
    private static final long LOCK = 0x636f6e74656e74L;

    private final Jdbi jdbi;
    private final Frameworks frameworks;
    private final Courses courses;
    private final Quizzes quizzes;
    private final Clock clock;

    Publication(Jdbi jdbi, Frameworks frameworks, Courses courses, Quizzes quizzes, Clock clock) {
        this.jdbi = jdbi;
        this.frameworks = frameworks;
        this.courses = courses;
        this.quizzes = quizzes;
        this.clock = clock;
    }

    /**
     * What a publication did.
     *
     * @param published whether it was this node’s turn; if not, nothing was done
     * @param changed   how many frameworks and courses people see in a new form
     */
    record Outcome(boolean published, int changed) {}

    /** Whether what was published last has this {@link ContentPrint}. */
    boolean shows(String print) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from exchange.publication where print = :print)")
                        .bind("print", print)
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Publishes the folder, unless another node is just doing that.
     *
     * @param print of the folder; without one the next start reads it again
     */
    @Transactional
    Outcome publish(ContentFolder content, Optional<String> print) {
        if (!lock()) {
            return new Outcome(false, 0);
        }
        remember(print);
        int changed = 0;
        for (var framework : content.frameworks()) {
            changed += frameworks.publish(framework) ? 1 : 0;
        }
        for (CourseFolder course : content.courses()) {
            changed += publish(course) ? 1 : 0;
        }
        changed += courses.withdrawAllBut(
                content.courses().stream().map(CourseFolder::id).toList());
        return new Outcome(true, changed);
    }

    private boolean publish(CourseFolder course) {
        CourseDraft draft = new CourseAssembly(course).draft();
        List<QuestionDraft> questions = new ArrayList<>();
        course.questions().values().forEach(question -> questions.add(QuestionAssembly.draft(course, question)));
        List<QuizDraft> drafts = new QuizAssembly(course, draft, questions).quizzes();
        boolean changed = courses.publish(draft);
        Quizzes.Published published = quizzes.publish(questions, drafts);
        // Where the driver joins the inserts of a batch, the numbers only tell nothing from something.
        return changed || published.questions() != 0 || published.quizzes() != 0;
    }

    private void remember(Optional<String> print) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from exchange.publication");
            print.ifPresent(known -> handle.createUpdate(
                            "insert into exchange.publication (single, print, published_at) values (true, :print, :now)")
                    .bind("print", known)
                    .bind("now", clock.instant())
                    .execute());
        });
    }

    private boolean lock() {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one());
    }
}
