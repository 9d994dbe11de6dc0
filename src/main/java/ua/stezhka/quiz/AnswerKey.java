package ua.stezhka.quiz;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    @JsonSubTypes.Type(value = AnswerKey.FreeText.class, name = "free-text"),
    @JsonSubTypes.Type(value = AnswerKey.FileWork.class, name = "file")
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

    /** Accepted wordings; an answer in either language counts, whatever the language of the page is. */
    record Accepted(List<String> uk, List<String> en) {}
}
