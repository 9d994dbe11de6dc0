package ua.stezhka.quiz;

import java.util.function.Supplier;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.MalformedAnswer;

/** Tells answers that do not fit their question as problems of their fields. */
final class AttemptFaults {
    private AttemptFaults() {}

    /** @throws Problem.Invalid {@code quiz.answer_malformed} with the field, when the work throws a malformed answer */
    static <T> T refused(Supplier<T> work) {
        try {
            return work.get();
        } catch (MalformedAnswer fault) {
            throw Problem.invalid(new Problem.FieldFault(fault.field(), "quiz.answer_malformed"));
        }
    }
}
