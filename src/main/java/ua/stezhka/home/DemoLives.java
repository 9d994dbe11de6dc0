package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.PersonRegistered;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.learning.Progress;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.quiz.Attempts;
import ua.stezhka.quiz.DemonstrationAnswers;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.QuizDraft;

/** Does what an invented person has done, at its time and by the same use cases as real people. */
@Singleton
class DemoLives {
    private static final Duration A_STEP = Duration.ofSeconds(70);
    private static final Duration AN_ANSWER = Duration.ofSeconds(40);

    private final Demonstration demonstration;
    private final Accounts accounts;
    private final Courses courses;
    private final Progress progress;
    private final Attempts attempts;
    private final DemonstrationAnswers answers;

    DemoLives(
            Demonstration demonstration,
            Accounts accounts,
            Courses courses,
            Progress progress,
            Attempts attempts,
            DemonstrationAnswers answers) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.courses = courses;
        this.progress = progress;
        this.attempts = attempts;
        this.answers = answers;
    }

    void live(DemoScript.Person person, String password, Instant today) {
        demonstration.at(ago(today, person.registered()), () -> {
            PersonRegistered registered = accounts.create(person.name(), person.signIn(), password);
            if (person.administrator()) {
                accounts.grant(registered.personId(), new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE));
            }
            if (person.desk() != null) {
                accounts.grant(registered.personId(), DemoDesk.at(person.desk()));
            }
            if (person.duty() != null) {
                accounts.grant(registered.personId(), person.duty().grant());
            }
            Learner learner = new Learner(registered.personId(), registered.actorId());
            person.courses().forEach(course -> learn(learner, course, today));
        });
    }

    void learn(Learner learner, DemoScript.Course course, Instant today) {
        // Courses come from a folder that may be another one than ours.
        courses.current(course.course()).ifPresent(revision -> {
            readLessons(learner, revision, course, today);
            course.attempts().forEach(attempt -> tryQuiz(learner, revision, attempt, today));
        });
    }

    private void readLessons(Learner learner, Revision revision, DemoScript.Course course, Instant today) {
        Duration between = Duration.ofDays(course.begun() - course.until()).dividedBy(Math.max(course.lessons(), 1));
        List<Lesson> lessons = revision.lessons();
        for (int i = 0; i < Math.min(course.lessons(), lessons.size()); i++) {
            Instant begin = ago(today, course.begun()).plus(between.multipliedBy(i));
            read(learner, revision, lessons.get(i), lessons.get(i).steps().size(), begin);
        }
        if (course.lessons() < lessons.size()) {
            read(learner, revision, lessons.get(course.lessons()), course.steps(), ago(today, course.until()));
        }
    }

    private void read(Learner learner, Revision revision, Lesson lesson, int steps, Instant begin) {
        demonstration.at(begin, () -> accounts.visit(learner.personId()));
        lesson.steps().stream()
                .limit(steps)
                .forEach(step -> demonstration.at(
                        begin.plus(A_STEP.multipliedBy(step.position())),
                        () -> progress.finishStep(learner, revision, lesson, step)));
    }

    private void tryQuiz(Learner learner, Revision revision, DemoScript.Attempt attempt, Instant today) {
        Instant begin = ago(today, attempt.day()).plus(Duration.ofHours(1));
        demonstration.at(begin, () -> {
            accounts.visit(learner.personId());
            UUID id = attempts.start(learner, QuizDraft.finalOf(revision.slug()));
            int answered = Math.min(attempt.answered(), revision.quiz().questions());
            for (int position = 1; position <= answered; position++) {
                int at = position;
                demonstration.at(
                        begin.plus(AN_ANSWER.multipliedBy(at)),
                        () -> answers.answer(learner, id, at, at <= attempt.right()));
            }
            if (!attempt.open()) {
                demonstration.at(begin.plus(AN_ANSWER.multipliedBy(answered + 1L)), () -> attempts.submit(learner, id));
            }
        });
    }

    private static Instant ago(Instant today, int days) {
        return today.minus(Duration.ofDays(days));
    }
}
