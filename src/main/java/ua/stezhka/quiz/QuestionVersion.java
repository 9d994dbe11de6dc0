package ua.stezhka.quiz;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published question: never changes, so it is read once and kept. Holds the key and therefore never leaves this module. */
record QuestionVersion(
        UUID id,
        UUID questionId,
        String contentId,
        QuestionFace face,
        AnswerKey key,
        Explanation explanation,
        String competence,
        String level) {

    QuestionBody body() {
        return face.body();
    }

    Score score(@Nullable Given given, Arrangement shown) {
        return Grading.score(key, meant(given, shown));
    }

    /** The answer in ids of the content, null when there is none. */
    @Nullable
    Answer meant(@Nullable Given given, Arrangement shown) {
        return given == null || given.answer() == null ? null : shown.resolve(given.answer());
    }
}
