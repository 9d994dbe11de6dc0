package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.QuestionVersion;

/** Answers that were given on a copy of a lesson while there was no network. */
@Singleton
public class CopiedAnswers {
    private final QuizVersions versions;
    private final CheckQuestions questions;
    private final Practice practice;

    CopiedAnswers(QuizVersions versions, CheckQuestions questions, Practice practice) {
        this.versions = versions;
        this.questions = questions;
        this.practice = practice;
    }

    /**
     * Checks and stores an answer; repeating it changes nothing.
     *
     * @param version the version of the question that the copy asked
     * @param ago     how long ago it was answered, as the device measured it; the learning record says so
     * @throws Problem as {@link Practice#check}, and {@code learning.question_changed} when another version is asked now
     */
    @Transactional
    public Practice.Outcome check(
            Learner learner,
            UUID lessonQuizId,
            String question,
            UUID version,
            Map<String, List<String>> form,
            Duration ago) {
        QuestionVersion asked = questions.of(versions.requireCurrent(lessonQuizId), question);
        if (!asked.id().equals(version)) {
            throw Problem.conflict("learning.question_changed");
        }
        return practice.check(learner, lessonQuizId, question, form, ago);
    }
}
