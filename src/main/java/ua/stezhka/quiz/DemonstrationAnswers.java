package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;

/** Answers questions for the invented people of a demonstration: by the key, or against it. */
@Singleton
public class DemonstrationAnswers {
    private final Demonstration demonstration;
    private final AttemptReader reader;
    private final QuizVersions versions;
    private final Responses responses;

    DemonstrationAnswers(
            Demonstration demonstration, AttemptReader reader, QuizVersions versions, Responses responses) {
        this.demonstration = demonstration;
        this.reader = reader;
        this.versions = versions;
        this.responses = responses;
    }

    /**
     * Answers one question of an open attempt.
     *
     * @param right fully right, or else wrong or «I do not know»
     * @throws IllegalStateException where this is no demonstration
     */
    public void answer(Learner learner, UUID attempt, int position, boolean right) {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration answers by the key");
        }
        AttemptSheet.Slot slot =
                reader.whole(learner.personId(), attempt).slot(position).orElseThrow();
        AnswerKey key = versions.question(slot.questionVersionId()).key();
        Given given = right ? Given.of(byKey(key, slot.shown())) : againstKey(key, slot.shown());
        responses.save(learner.personId(), attempt, position, Ids.next(), 0, body -> given);
    }

    /** The answer that is fully right, in tokens. */
    static Answer byKey(AnswerKey key, Arrangement shown) {
        return switch (key) {
            case AnswerKey.SingleChoice k -> new Answer.SingleChoice(shown.token(Arrangement.OPTIONS, k.option()));
            case AnswerKey.MultipleChoice k -> new Answer.MultipleChoice(options(k.right(), shown));
            case AnswerKey.TrueFalse k -> new Answer.TrueFalse(k.value());
            case AnswerKey.ShortText k -> new Answer.ShortText(k.accepted().uk().getFirst());
            case AnswerKey.NumberEntry k -> new Answer.NumberEntry(k.answer().toPlainString());
            case AnswerKey.Ordering k ->
                new Answer.Ordering(k.order().stream()
                        .map(item -> shown.token(Arrangement.ITEMS, item))
                        .toList());
            case AnswerKey.Matching k -> {
                Map<String, String> pairs = new LinkedHashMap<>();
                k.pairs()
                        .forEach((left, right) ->
                                pairs.put(shown.token(Arrangement.LEFT, left), shown.token(Arrangement.RIGHT, right)));
                yield new Answer.Matching(pairs);
            }
            case AnswerKey.Gaps k -> {
                Map<String, String> gaps = new LinkedHashMap<>();
                k.gaps()
                        .forEach((gap, filling) ->
                                gaps.put(shown.token(Arrangement.GAPS, gap), fill(gap, filling, shown)));
                yield new Answer.Gaps(gaps);
            }
        };
    }

    private static String fill(String gap, AnswerKey.Filling filling, Arrangement shown) {
        return switch (filling) {
            case AnswerKey.Chosen chosen -> shown.token(Arrangement.optionsOf(gap), chosen.option());
            case AnswerKey.Typed typed -> typed.accepted().uk().getFirst();
        };
    }

    private static Given againstKey(AnswerKey key, Arrangement shown) {
        return switch (key) {
            case AnswerKey.SingleChoice k ->
                Given.of(new Answer.SingleChoice(
                        shown.token(Arrangement.OPTIONS, k.option()).equals("1") ? "2" : "1"));
            case AnswerKey.MultipleChoice k -> Given.of(new Answer.MultipleChoice(options(k.wrong(), shown)));
            case AnswerKey.TrueFalse k -> Given.of(new Answer.TrueFalse(!k.value()));
            default -> Given.UNKNOWN;
        };
    }

    private static Set<String> options(Set<String> ids, Arrangement shown) {
        return ids.stream().map(id -> shown.token(Arrangement.OPTIONS, id)).collect(Collectors.toSet());
    }
}
