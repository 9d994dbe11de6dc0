package ua.stezhka.learning;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import ua.stezhka.course.Courses;
import ua.stezhka.question.Score;
import ua.stezhka.quiz.AttemptGraded;
import ua.stezhka.quiz.AttemptMarkedAgain;
import ua.stezhka.quiz.AttemptRegraded;
import ua.stezhka.quiz.Learner;

/** Takes passed final quizzes into the progress of their courses, in the same transaction. */
@Singleton
class QuizResults {
    private final Courses courses;
    private final Progress progress;

    QuizResults(Courses courses, Progress progress) {
        this.courses = courses;
        this.progress = progress;
    }

    void take(@Observes AttemptGraded attempt) {
        pass(attempt);
    }

    /** A better mark may pass the quiz; a worse one takes nothing back. */
    void takeAgain(@Observes AttemptMarkedAgain attempt) {
        pass(attempt.now());
    }

    private void pass(AttemptGraded attempt) {
        if (attempt.passed()) {
            pass(attempt.learner(), attempt.course(), attempt.score());
        }
    }

    /** A corrected key may let somebody pass; nothing is taken away here, whatever it did to a score. */
    void take(@Observes AttemptRegraded attempt) {
        if (attempt.passed()) {
            pass(attempt.learner(), attempt.course(), attempt.score());
        }
    }

    private void pass(Learner learner, String course, Score score) {
        courses.current(course).ifPresent(revision -> progress.passQuiz(learner, revision, score.percent()));
    }
}
