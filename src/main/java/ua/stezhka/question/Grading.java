package ua.stezhka.question;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well an answer fits its key. Partial credit is for partial knowledge only: an answer that covers everything alike
 * (each box ticked, the same right side for each left one, the order turned round) earns nothing, and nothing is ever
 * taken away below zero.
 */
final class Grading {
    private Grading() {}

    /**
     * The score of an answer.
     *
     * @param answer in ids of the content; null when there is none («Не знаю», cleared, never seen), which earns nothing
     * @throws IllegalArgumentException when key and answer are of different types
     */
    static Score score(AnswerKey key, @Nullable Answer answer) {
        if (answer == null) {
            return Score.NOTHING;
        }
        return switch (key) {
            case AnswerKey.SingleChoice k
            when answer instanceof Answer.SingleChoice a ->
                allOrNothing(k.option().equals(a.option()));
            case AnswerKey.MultipleChoice k
            when answer instanceof Answer.MultipleChoice a -> {
                Score share = boxes(k.right(), k.wrong(), a.options());
                yield k.whole() ? allOrNothing(share.isFull()) : share;
            }
            case AnswerKey.TrueFalse k
            when answer instanceof Answer.TrueFalse a -> allOrNothing(k.value() == a.value());
            case AnswerKey.ShortText k
            when answer instanceof Answer.ShortText a -> allOrNothing(Wording.accepts(k.accepted(), a.text()));
            case AnswerKey.NumberEntry k when answer instanceof Answer.NumberEntry a -> allOrNothing(near(k, a.text()));
            case AnswerKey.Matching k when answer instanceof Answer.Matching a -> pairs(k.pairs(), a.pairs());
            case AnswerKey.Ordering k when answer instanceof Answer.Ordering a -> order(k.order(), a.order());
            case AnswerKey.Gaps k when answer instanceof Answer.Gaps a -> gaps(k.gaps(), a.gaps());
            case AnswerKey.Rehearsal k when answer instanceof Answer.Rehearsal a -> steps(k.steps(), a.presses());
            case AnswerKey.Categorise k when answer instanceof Answer.Categorise a -> groups(k.groups(), a.groups());
            case AnswerKey.Hotspot k
            when answer instanceof Answer.Hotspot a -> boxes(k.right(), k.wrong(), a.regions());
            case AnswerKey.Rubric k -> throw new IllegalArgumentException("people mark such an answer");
            default -> throw new IllegalArgumentException("an answer of another type");
        };
    }

    private static Score allOrNothing(boolean right) {
        return right ? Score.EVERYTHING : Score.NOTHING;
    }

    /** The share of right boxes that are ticked, less the share of wrong boxes that are ticked. */
    private static Score boxes(Set<String> rightOnes, Set<String> wrongOnes, Set<String> ticked) {
        long right = rightOnes.stream().filter(ticked::contains).count();
        long wrong = wrongOnes.stream().filter(ticked::contains).count();
        long ofRight = rightOnes.size();
        long ofWrong = Math.max(1, wrongOnes.size());
        return new Score(Math.max(0, right * ofWrong - wrong * ofRight), ofRight * ofWrong);
    }

    /**
     * Each group is marked as boxes are (what lies in it rightly, less what does not belong there), and the groups count alike:
     * whoever puts everything into one group has all of it right there and all of the rest wrong, and earns nothing.
     */
    private static Score groups(Map<String, String> key, Map<String, String> given) {
        return Score.mean(new TreeSet<>(key.values())
                .stream().map(group -> group(group, key, given)).toList());
    }

    private static Set<String> itemsOf(String group, Map<String, String> groups) {
        return groups.keySet().stream()
                .filter(item -> group.equals(groups.get(item)))
                .collect(Collectors.toSet());
    }

    private static Score group(String group, Map<String, String> key, Map<String, String> given) {
        Set<String> inside = itemsOf(group, key);
        Set<String> outside = new HashSet<>(key.keySet());
        outside.removeAll(inside);
        return boxes(inside, outside, itemsOf(group, given));
    }

    private static boolean near(AnswerKey.NumberEntry key, String given) {
        return Wording.number(given, key.units())
                .map(number -> number.subtract(key.answer()).abs())
                .filter(distance -> distance.compareTo(key.tolerance().max(BigDecimal.ZERO)) <= 0)
                .isPresent();
    }

    /** The share of right pairs; a right side that is given to several left ones counts for none of them. */
    private static Score pairs(Map<String, String> key, Map<String, String> given) {
        Set<String> once = new HashSet<>();
        Set<String> more = new HashSet<>();
        given.values().stream().filter(side -> !once.add(side)).forEach(more::add);
        long right = key.entrySet().stream()
                .filter(pair -> pair.getValue().equals(given.get(pair.getKey())) && !more.contains(pair.getValue()))
                .count();
        return new Score(right, key.size());
    }

    /** Kendall’s tau, never below zero: pairs of items in the right order less pairs in the wrong one, of all pairs. */
    private static Score order(List<String> key, List<String> given) {
        long balance = 0;
        long all = 0;
        for (int i = 0; i < key.size(); i++) {
            for (int j = i + 1; j < key.size(); j++) {
                balance += Integer.signum(given.indexOf(key.get(j)) - given.indexOf(key.get(i)));
                all++;
            }
        }
        boolean complete = given.size() == key.size() && new HashSet<>(given).equals(new HashSet<>(key));
        return complete ? new Score(Math.max(0, balance), Math.max(1, all)) : Score.NOTHING;
    }

    private static Score gaps(Map<String, AnswerKey.Filling> key, Map<String, String> given) {
        long right = key.entrySet().stream()
                .filter(gap -> fills(gap.getValue(), Objects.requireNonNullElse(given.get(gap.getKey()), "")))
                .count();
        return new Score(right, key.size());
    }

    private static boolean fills(AnswerKey.Filling filling, String given) {
        return switch (filling) {
            case AnswerKey.Chosen chosen -> chosen.option().equals(given);
            case AnswerKey.Typed typed -> Wording.accepts(typed.accepted(), given);
        };
    }

    /** A step is worth two halves: both for a right first press, one for a right press after others, none when it was shown. */
    private static Score steps(List<AnswerKey.RightPress> key, List<Answer.Press> presses) {
        long halves = 0;
        for (AnswerKey.RightPress right : key) {
            halves += switch (Walkthrough.how(right, presses)) {
                case AT_ONCE -> 2;
                case FOUND -> 1;
                case SHOWN, OPEN -> 0;
            };
        }
        return new Score(halves, 2L * key.size());
    }

    /** Whether a press is what its step asks for. */
    static boolean hits(AnswerKey.RightPress right, Answer.Press press) {
        String typed = press.text();
        return right.part().equals(press.part())
                && (right.accepted() == null || typed != null && Wording.accepts(right.accepted(), typed));
    }
}
