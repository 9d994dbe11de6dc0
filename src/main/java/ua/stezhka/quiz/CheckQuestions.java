package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.SelfCheckView;

/** The check questions of lessons, as they stand for everybody. No statement. */
@Singleton
public class CheckQuestions {
    private final QuizVersions versions;

    CheckQuestions(QuizVersions versions) {
        this.versions = versions;
    }

    /**
     * A check question as a copy of the lesson on a device shows and checks it, with its key.
     *
     * @param question the question’s id in the content
     * @param id       prefix of element ids
     * @throws Problem.NotFound when the lesson has no such question
     */
    public SelfCheckView copy(UUID lessonQuizId, String question, String id, Locale locale) {
        QuestionVersion asked = of(versions.requireCurrent(lessonQuizId), question);
        return SelfCheckView.of(id, asked, arrangement(asked), locale);
    }

    /** What changes whenever a check question of the lesson changes; empty when the lesson asks nothing. */
    public Optional<UUID> edition(UUID lessonQuizId) {
        return versions.current(lessonQuizId).map(QuizVersion::id);
    }

    /** @throws Problem.NotFound when the lesson has no such question */
    QuestionVersion of(QuizVersion quiz, String contentId) {
        return versions.questions(quiz.pool()).values().stream()
                .filter(question -> question.contentId().equals(contentId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The same for everybody: a step may be shown before anybody is known, and must not change when somebody is. */
    static Arrangement arrangement(QuestionVersion question) {
        long seed = question.id().getMostSignificantBits() ^ question.id().getLeastSignificantBits();
        return Arrangement.of(question.body(), question.key(), new SplittableRandom(seed));
    }
}
