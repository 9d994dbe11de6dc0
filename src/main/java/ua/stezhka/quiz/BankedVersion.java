package ua.stezhka.quiz;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.QuestionBody;

/**
 * A version of a question as those read it who look after the question bank: with its key. Never changes but for its dates.
 *
 * @param contentId   the question’s id in its course
 * @param type        the type’s name, such as {@code single-choice}
 * @param plain       the prompt in plain words
 * @param difficulty  easy, medium or hard, as the author thinks; null when nothing is said
 * @param source      where the facts come from; null when nothing is said
 * @param draftedAt   null for a version that came from a file
 * @param publishedAt null for one that people do not see yet
 * @param retiredAt   null for one that new attempts may get
 * @param correctsId  the version that this one corrects; null for a version from a file
 * @param parts       everything that the version says, part by part
 */
public record BankedVersion(
        UUID id,
        UUID questionId,
        UUID courseId,
        String contentId,
        String type,
        LocalText plain,
        AnswerKey key,
        QuestionBody body,
        String competence,
        String level,
        @Nullable String difficulty,
        @Nullable String source,
        @Nullable Instant draftedAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant retiredAt,
        @Nullable UUID correctsId,
        List<Part> parts) {

    /** How far it is: draft, reviewed, live or retired. */
    public String state() {
        if (publishedAt == null) {
            return reviewedAt == null ? "draft" : "reviewed";
        }
        return retiredAt == null ? "live" : "retired";
    }

    /**
     * One thing that a version says.
     *
     * @param path where it stands, such as {@code body}, {@code options}, {@code a}, {@code text}, {@code uk}
     */
    public record Part(List<String> path, String text) {}
}
