package ua.stezhka.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * What a question shows to answer with, by type. The right answer is not here but in {@link AnswerKey}, and where the
 * order of the file would tell it, the order is taken away.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = QuestionBody.SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = QuestionBody.MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = QuestionBody.TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = QuestionBody.ShortText.class, name = "short-text"),
    @JsonSubTypes.Type(value = QuestionBody.NumberEntry.class, name = "number"),
    @JsonSubTypes.Type(value = QuestionBody.Matching.class, name = "matching"),
    @JsonSubTypes.Type(value = QuestionBody.Ordering.class, name = "ordering"),
    @JsonSubTypes.Type(value = QuestionBody.Gaps.class, name = "gaps"),
    @JsonSubTypes.Type(value = QuestionBody.Rehearsal.class, name = "rehearsal"),
    @JsonSubTypes.Type(value = QuestionBody.Categorise.class, name = "categorise"),
    @JsonSubTypes.Type(value = QuestionBody.Hotspot.class, name = "hotspot"),
    @JsonSubTypes.Type(value = QuestionBody.FreeText.class, name = "free-text"),
    @JsonSubTypes.Type(value = QuestionBody.FileWork.class, name = "file")
})
public sealed interface QuestionBody {
    /** One of several; {@code shuffle} is false where the order itself means something (sizes, dates). */
    record SingleChoice(List<Choice> options, boolean shuffle) implements QuestionBody {}

    /** Any of several; {@code whole} is true where only the whole answer counts, which people are told. */
    record MultipleChoice(
            List<Choice> options,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean whole) implements QuestionBody {
        public MultipleChoice(List<Choice> options) {
            this(options, false);
        }
    }

    /** The prompt is a statement: it is so, or it is not. */
    record TrueFalse() implements QuestionBody {}

    /** A word or a few, typed. */
    record ShortText() implements QuestionBody {}

    /** A number, typed; the unit stands beside the field. */
    record NumberEntry(@Nullable LocalText unit) implements QuestionBody {}

    /** For each left side one right side; more right sides than left ones may be offered. */
    record Matching(List<Choice> left, List<Choice> right) implements QuestionBody {
        public Matching {
            right = sorted(right);
        }
    }

    /** Items to put in order. */
    record Ordering(List<Choice> items) implements QuestionBody {
        public Ordering {
            items = sorted(items);
        }
    }

    /**
     * A text with gaps.
     *
     * @param text sanitised HTML with a mark {@code {{gap-id}}} for each gap; each language may order the marks as it needs
     * @param gaps the gaps in the order of the file: the first is gap "1" in answers
     */
    record Gaps(LocalText text, List<Gap> gaps) implements QuestionBody {}

    /**
     * One gap.
     *
     * @param options what can be chosen; empty for a gap that is typed
     */
    record Gap(String id, List<Choice> options) {}

    /**
     * A service to try out, where nothing can break: screens, and steps that lead from one to the next.
     *
     * @param steps in the order in which they are done
     */
    record Rehearsal(List<RehearsalScreen> screens, List<Step> steps) implements QuestionBody {
        /** The screen on which a step is done. */
        public RehearsalScreen screenOf(Step step) {
            return screens.stream()
                    .filter(screen -> screen.id().equals(step.screen()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One step of a rehearsal.
     *
     * @param screen id of the screen on which it is done
     * @param task   what to do, in one sentence; plain text
     */
    record Step(String id, String screen, LocalText task) {}

    /** Items to put into groups; the groups stand in the order of the file. */
    record Categorise(List<Choice> categories, List<Choice> items) implements QuestionBody {
        public Categorise {
            items = sorted(items);
        }
    }

    /**
     * Places on the picture of the question, each with a name that does not tell the answer.
     *
     * @param viewBox the box of the picture, four numbers
     * @param regions in the order of the file, which is the order of reading
     * @param choose  how many are to be pointed at
     */
    record Hotspot(String viewBox, List<Region> regions, int choose) implements QuestionBody {
        public List<Choice> choices() {
            return regions.stream()
                    .map(region -> new Choice(region.id(), region.text()))
                    .toList();
        }
    }

    /**
     * One place on a picture.
     *
     * @param outline what SVG calls path data, in the units of the picture
     * @param left    left edge of the box around it
     * @param top     upper edge of the box around it
     */
    record Region(String id, LocalText text, String outline, BigDecimal left, BigDecimal top) {}

    /** A text in own words; the number of words is advice and never a reason to refuse an answer. */
    record FreeText(int leastWords, int mostWords) implements QuestionBody {}

    /**
     * Files, such as a picture of a screen.
     *
     * @param most how many files at most
     */
    record FileWork(List<FileKind> kinds, int most) implements QuestionBody {}

    private static List<Choice> sorted(List<Choice> choices) {
        return choices.stream().sorted(Comparator.comparing(Choice::id)).toList();
    }
}
