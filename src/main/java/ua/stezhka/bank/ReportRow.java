package ua.stezhka.bank;

import java.util.UUID;

/**
 * What somebody said of a question; who it was is nobody’s business.
 *
 * @param kind    unclear, answer, picture or other
 * @param words   what the person wrote; may be empty
 * @param place   quiz or lesson
 * @param outcome corrected or kept; empty while it is open
 * @param answer  empty while it is open, or when nothing was written
 */
public record ReportRow(
        UUID id,
        UUID questionId,
        String prompt,
        String language,
        String kind,
        String words,
        String place,
        String reportedOn,
        String outcome,
        String answer,
        String answeredOn) {
    public boolean open() {
        return outcome.isEmpty();
    }
}
