package ua.stezhka.quiz;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    @JsonSubTypes.Type(value = AnswerKey.Rehearsal.class, name = "rehearsal")
})
public sealed interface AnswerKey {
    record SingleChoice(String option) implements AnswerKey {}

    /** Which options are right and which are not; together they are all options. */
    record MultipleChoice(Set<String> right, Set<String> wrong) implements AnswerKey {}

    record TrueFalse(boolean value) implements AnswerKey {}

    record ShortText(Accepted accepted) implements AnswerKey {}

    /** Right within {@code tolerance} on either side, ends included. */
    record NumberEntry(BigDecimal answer, BigDecimal tolerance) implements AnswerKey {}

    /** Left id → right id, for every left side. */
    record Matching(Map<String, String> pairs) implements AnswerKey {}

    record Ordering(List<String> order) implements AnswerKey {}

    /** Gap id → what fills it. */
    record Gaps(Map<String, Filling> gaps) implements AnswerKey {}

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

    /** Accepted wordings; an answer in either language counts, whatever the language of the page is. */
    record Accepted(List<String> uk, List<String> en) {}
}
