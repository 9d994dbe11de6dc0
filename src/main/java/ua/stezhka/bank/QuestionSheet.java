package ua.stezhka.bank;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.QuestionView;

/**
 * A question as those see it who look after it.
 *
 * @param prompt    of the version that stands, in plain words
 * @param language  of the prompt
 * @param versions  the newest first
 * @param compared  what changed between two versions; null when there is only one
 * @param looks     as people see it
 * @param key       the same with its right answer
 * @param right     the right answer in words
 * @param uses      where it is asked now
 * @param rights    what the page offers
 * @param done      what was done just now, for the notice; empty for nothing
 */
public record QuestionSheet(
        UUID id,
        String contentId,
        String prompt,
        String language,
        Facts facts,
        List<Version> versions,
        @Nullable Comparison compared,
        QuestionView looks,
        QuestionView key,
        List<String> right,
        RawString why,
        List<Use> uses,
        List<ReportRow> reports,
        List<RegradingRow> regradings,
        Rights rights,
        String done) {

    /** What the person who looks may do: correct keys, review and retire, grade anew. */
    public record Rights(boolean correct, boolean review, boolean regrade) {}

    /** What is known of the question; empty is what nobody said. */
    public record Facts(
            String course,
            String courseTitle,
            String type,
            String competence,
            String level,
            List<String> audiences,
            String difficulty,
            String source) {}

    /**
     * A version.
     *
     * @param number   1, 2, 3 … in the order in which they were made
     * @param state    draft, reviewed, live, replaced or retired
     * @param dates    what happened to it, each a sentence with its date
     * @param attempts how many attempts asked it
     * @param mayReview whether the person who looks may review it
     */
    public record Version(
            UUID id,
            int number,
            String state,
            List<String> dates,
            int attempts,
            boolean correctable,
            boolean mayReview,
            boolean regradable) {}

    /** Two versions side by side: only what differs. */
    public record Comparison(int from, int to, List<Difference> differences) {}

    /** A part that differs; empty text is a part that one of the two does not have. */
    public record Difference(String part, String before, String after) {}

    /** A quiz or lesson that asks the question now. */
    public record Use(String title, String language, String address, boolean lesson) {}
}
