package ua.stezhka.question;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * A question as the content says it, ready to be published.
 *
 * @param id          stable id: {@code Ids.named("course/<course>/question/<question>")}
 * @param contentId   the question’s id in its file, such as {@code hang-up}
 * @param courseId    the course whose bank it belongs to
 * @param prompt      sanitised HTML of the prompt
 * @param picture     sanitised HTML of the picture with its alt text, or null
 * @param body        what is shown to answer with
 * @param key         the right answer, of the same type as {@code body}
 * @param explanation what is said afterwards
 * @param competence  id of a competence of the framework
 * @param level       id of a proficiency level of the framework
 * @param difficulty  what the author thinks: easy, medium or hard; null when nothing is said
 * @param source      where the facts come from; null when nothing is said
 * @param hash        hash of everything above: the same hash is the same version
 */
public record QuestionDraft(
        UUID id,
        String contentId,
        UUID courseId,
        LocalText prompt,
        @Nullable LocalText picture,
        QuestionBody body,
        AnswerKey key,
        Explanation explanation,
        String competence,
        String level,
        @Nullable String difficulty,
        @Nullable String source,
        String hash) {}
