package ua.stezhka.bank;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a question in a list: the one that is live, or a draft that may follow it.
 *
 * @param contentId  the question’s id in its course
 * @param prompt     in plain words
 * @param language   of the prompt
 * @param course     the course’s id
 * @param type       such as {@code single-choice}
 * @param state      draft, reviewed, live or retired
 * @param difficulty easy, medium or hard; empty when nothing is said
 * @param reports    how many reports are open
 * @param health     what the analysis of answers says of it; null where nothing is analysed
 */
public record BankRow(
        UUID questionId,
        UUID versionId,
        String contentId,
        String prompt,
        String language,
        String course,
        String type,
        String competence,
        String level,
        String state,
        String difficulty,
        int reports,
        @Nullable String health) {}
