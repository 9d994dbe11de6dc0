package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Texts;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;

/** Answers questions for the invented people of a demonstration: by the key, or against it. */
@Singleton
public class DemonstrationAnswers {
    private final Demonstration demonstration;
    private final AttemptReader reader;
    private final QuizVersions versions;
    private final Responses responses;
    private final Uploads uploads;

    DemonstrationAnswers(
            Demonstration demonstration,
            AttemptReader reader,
            QuizVersions versions,
            Responses responses,
            Uploads uploads) {
        this.demonstration = demonstration;
        this.reader = reader;
        this.versions = versions;
        this.responses = responses;
        this.uploads = uploads;
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
        if (key instanceof AnswerKey.FileWork work) {
            byte[] file = work.model().uk().getBytes(StandardCharsets.UTF_8);
            uploads.take(
                    new Uploads.Place(learner.personId(), attempt, position),
                    Texts.get(Languages.UK, "quiz.demoFile") + ".txt",
                    file);
            return;
        }
        Given given = right ? Given.of(byKey(key, slot.shown())) : againstKey(key, slot.shown());
        responses.save(learner.personId(), attempt, position, Ids.next(), 0, body -> given);
    }

    /**
     * Answers an open attempt as somebody of this ability, from 0 to 1, does: some questions are harder than others, and each
     * takes its time.
     *
     * @return when the last answer was given
     * @throws IllegalStateException where this is no demonstration
     */
    public Instant answerAll(Learner learner, UUID attempt, double ability, Instant begin, RandomGenerator random) {
        Instant at = begin;
        for (AttemptSheet.Slot slot : reader.whole(learner.personId(), attempt).slots()) {
            double hard = Math.floorMod(slot.questionVersionId().hashCode(), 100) / 100.0;
            boolean right = random.nextDouble() < 1 / (1 + Math.exp(6 * (hard - ability) - 1));
            at = at.plusSeconds(12 + random.nextInt(50));
            demonstration.at(at, () -> answer(learner, attempt, slot.position(), right));
        }
        return at;
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
            case AnswerKey.Rehearsal k ->
                new Answer.Rehearsal(k.steps().stream()
                        .map(right -> new Answer.Press(
                                shown.token(Arrangement.STEPS, right.step()),
                                shown.token(Arrangement.partsOf(right.step()), right.part()),
                                right.accepted() == null
                                        ? null
                                        : right.accepted().uk().getFirst()))
                        .toList());
            case AnswerKey.Categorise k -> {
                Map<String, String> groups = new LinkedHashMap<>();
                k.groups()
                        .forEach((item, group) -> groups.put(
                                shown.token(Arrangement.ITEMS, item), shown.token(Arrangement.CATEGORIES, group)));
                yield new Answer.Categorise(groups);
            }
            case AnswerKey.Hotspot k -> new Answer.Hotspot(options(k.right(), shown));
            case AnswerKey.FreeText k -> new Answer.FreeText(k.model().uk());
            case AnswerKey.FileWork k -> new Answer.FileWork(List.of());
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
            case AnswerKey.Hotspot k ->
                Given.of(new Answer.Hotspot(
                        Set.of(options(k.wrong(), shown).iterator().next())));
            default -> Given.UNKNOWN;
        };
    }

    private static Set<String> options(Set<String> ids, Arrangement shown) {
        return ids.stream().map(id -> shown.token(Arrangement.OPTIONS, id)).collect(Collectors.toSet());
    }
}
