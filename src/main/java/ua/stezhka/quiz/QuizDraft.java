package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.QuestionDraft;

/**
 * A quiz as the content says it: the final quiz of a course, or the check questions of one lesson.
 *
 * @param id          stable id: {@link #finalOf} or {@link #lessonOf}
 * @param courseId    the course it belongs to
 * @param course      the course’s id in the content and address, such as {@code internet-safety}
 * @param lesson      the lesson’s id in the content, or null for the final quiz
 * @param title       title of the lesson, or of the course for the final quiz
 * @param pool        ids of its questions ({@link QuestionDraft#id}); for a lesson in the order of the lesson
 * @param draws       how many questions of the pool one attempt draws; for a lesson all
 * @param passPercent what is needed to pass, from 0 to 100; 0 for a lesson
 * @param minutes     usual time of the quiz, or of the lesson; shown and never a limit
 * @param terms       how it behaves and what limits it has
 * @param hash        hash of everything above and of the hashes of its questions
 */
public record QuizDraft(
        UUID id,
        UUID courseId,
        String course,
        @Nullable String lesson,
        LocalText title,
        List<UUID> pool,
        int draws,
        int passPercent,
        int minutes,
        Terms terms,
        String hash) {

    /** A quiz on the usual terms. */
    public QuizDraft(
            UUID id,
            UUID courseId,
            String course,
            @Nullable String lesson,
            LocalText title,
            List<UUID> pool,
            int draws,
            int passPercent,
            int minutes,
            String hash) {
        this(id, courseId, course, lesson, title, pool, draws, passPercent, minutes, Terms.usual(lesson == null), hash);
    }

    /** The id of the final quiz of a course. */
    public static UUID finalOf(String course) {
        return Ids.named("course/" + course + "/quiz");
    }

    /** The id of the check questions of a lesson. */
    public static UUID lessonOf(String course, String lesson) {
        return Ids.named("course/" + course + "/lesson/" + lesson + "/quiz");
    }

    boolean isFinal() {
        return lesson == null;
    }
}
