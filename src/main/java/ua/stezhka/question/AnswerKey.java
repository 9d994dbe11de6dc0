package ua.stezhka.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/** The right answer of a question, by type, in ids of the content. Kept apart from {@link QuestionBody}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AnswerKey.SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = AnswerKey.MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = AnswerKey.TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = AnswerKey.ShortText.class, name = "short-text"),
    @JsonSubTypes.Type(value = AnswerKey.NumberEntry.class, name = "number"),
    @JsonSubTypes.Type(value = AnswerKey.Matching.class, name = "matching"),
    @JsonSubTypes.Type(value = AnswerKey.Ordering.class, name = "ordering"),
    @JsonSubTypes.Type(value = AnswerKey.Gaps.class, name = "gaps"),
    @JsonSubTypes.Type(value = AnswerKey.Rehearsal.class, name = "rehearsal"),
    @JsonSubTypes.Type(value = AnswerKey.Categorise.class, name = "categorise"),
    @JsonSubTypes.Type(value = AnswerKey.Hotspot.class, name = "hotspot"),
    @JsonSubTypes.Type(value = AnswerKey.FreeText.class, name = "free-text"),
    @JsonSubTypes.Type(value = AnswerKey.FileWork.class, name = "file")
})
public sealed interface AnswerKey {
    record SingleChoice(String option) implements AnswerKey {}

    /**
     * Which options are right and which are not; together they are all options.
     *
     * @param whole whether an answer that is right only in part earns nothing
     */
    record MultipleChoice(
            Set<String> right,
            Set<String> wrong,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean whole) implements AnswerKey {
        public MultipleChoice(Set<String> right, Set<String> wrong) {
            this(right, wrong, false);
        }
    }

    record TrueFalse(boolean value) implements AnswerKey {}

    record ShortText(Accepted accepted) implements AnswerKey {}

    /**
     * Right within {@code tolerance} on either side, ends included.
     *
     * @param units what may be typed behind the number, in any language; none when the question names no unit, and then
     *     any words may
     */
    record NumberEntry(
            BigDecimal answer,
            BigDecimal tolerance,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> units) implements AnswerKey {
        @SuppressWarnings("NullAway") // keys that were published before units belonged to them
        public NumberEntry {
            units = units == null ? List.of() : units;
        }

        public NumberEntry(BigDecimal answer, BigDecimal tolerance) {
            this(answer, tolerance, List.of());
        }
    }

    /** Left id → right id, for every left side. */
    record Matching(Map<String, String> pairs) implements AnswerKey {}

    record Ordering(List<String> order) implements AnswerKey {}

    /** Gap id → what fills it. */
    record Gaps(Map<String, Filling> gaps) implements AnswerKey {}

    /** Item id → the group it belongs to, for every item. */
    record Categorise(Map<String, String> groups) implements AnswerKey {}

    /** Which regions are right and which are not; together they are all regions. */
    record Hotspot(Set<String> right, Set<String> wrong) implements AnswerKey {}

    /** There is no right answer to compare with: people mark what is given, by criteria. */
    sealed interface Rubric extends AnswerKey {
        List<Criterion> criteria();

        /** An answer that earns everything, for the marker and for who compares with it. */
        LocalText model();

        /** What all criteria give together. */
        default int most() {
            return criteria().stream().mapToInt(Criterion::points).sum();
        }
    }

    record FreeText(List<Criterion> criteria, LocalText model) implements Rubric {}

    record FileWork(List<Criterion> criteria, LocalText model) implements Rubric {}

    /**
     * What a marker looks at.
     *
     * @param points what it gives at most
     */
    record Criterion(String id, LocalText text, int points) {}

    /** What fills one gap: an option by its id, or any of the accepted wordings. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Chosen.class), @JsonSubTypes.Type(Typed.class)})
    sealed interface Filling {}

    record Chosen(String option) implements Filling {}

    record Typed(Accepted accepted) implements Filling {}

    /** What to press at each step, in the order of the steps. */
    record Rehearsal(List<RightPress> steps) implements AnswerKey {}

    /**
     * What is right at one step.
     *
     * @param part     id of a part of the step’s screen
     * @param accepted what to type there; null for what is only pressed
     */
    record RightPress(String step, String part, @Nullable Accepted accepted) {}

    /**
     * Accepted wordings; an answer in either language counts, whatever the language of the page is.
     *
     * @param near  whether a slip of the pen is forgiven, see {@link Spelling}
     * @param wrong wordings that are known to mean something else, in any language: what is as near to one of them is no slip
     */
    record Accepted(
            List<String> uk,
            List<String> en,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean near,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> wrong) {
        @SuppressWarnings("NullAway") // keys that were published before there were wrong wordings
        public Accepted {
            wrong = wrong == null ? List.of() : wrong;
        }

        public Accepted(List<String> uk, List<String> en) {
            this(uk, en, false, List.of());
        }
    }
}
