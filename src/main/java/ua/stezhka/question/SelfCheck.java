package ua.stezhka.question;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ua.stezhka.platform.Json;

/**
 * What a device without a network needs to check an answer: the key, in the tokens of one arrangement. The script
 * {@code lesson-copy.js} reads it and follows the rules of {@link Grading}; a test holds the two against each other.
 *
 * <p>Only for check questions of lessons, which tell the right answer after the second try anyway.
 */
final class SelfCheck {
    private SelfCheck() {}

    /**
     * The key as JSON. By type, beside {@code type} itself:
     * <ul>
     *   <li>choices, places, true or false: {@code right} and {@code wrong}, lists of tokens; {@code whole} when only the whole counts
     *   <li>matching, groups, gaps: {@code parts}, token → token; a gap that is typed → {@code accepted}
     *   <li>ordering: {@code order}, tokens
     *   <li>short text: {@code accepted} with {@code wordings}, {@code wrong}, {@code near}: what {@link Wording#skeleton} leaves of them
     *   <li>number: {@code answer}, {@code tolerance}, {@code units}
     *   <li>rehearsal: {@code steps}, each with its {@code part} and, where it is typed, {@code accepted}
     *   <li>works that people mark: nothing
     * </ul>
     */
    static String of(QuestionVersion question, Arrangement shown) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("type", question.face().type());
        switch (question.key()) {
            case AnswerKey.SingleChoice k -> boxes(check, Set.of(k.option()), shown);
            case AnswerKey.MultipleChoice k -> {
                boxes(check, k.right(), shown);
                check.put("whole", k.whole());
            }
            case AnswerKey.Hotspot k -> boxes(check, k.right(), shown);
            case AnswerKey.TrueFalse k -> {
                check.put("right", List.of(Boolean.toString(k.value())));
                check.put("wrong", List.of(Boolean.toString(!k.value())));
            }
            case AnswerKey.Matching k ->
                check.put("parts", joined(k.pairs(), Arrangement.LEFT, Arrangement.RIGHT, shown));
            case AnswerKey.Categorise k ->
                check.put("parts", joined(k.groups(), Arrangement.ITEMS, Arrangement.CATEGORIES, shown));
            case AnswerKey.Gaps k -> check.put("parts", gaps(k, shown));
            case AnswerKey.Ordering k ->
                check.put(
                        "order",
                        k.order().stream()
                                .map(item -> shown.token(Arrangement.ITEMS, item))
                                .toList());
            case AnswerKey.ShortText k -> check.put("accepted", accepted(k.accepted()));
            case AnswerKey.NumberEntry k -> {
                check.put("answer", k.answer().toPlainString());
                check.put("tolerance", k.tolerance().max(BigDecimal.ZERO).toPlainString());
                check.put("units", k.units().stream().map(Wording::skeleton).toList());
            }
            case AnswerKey.Rehearsal k ->
                check.put(
                        "steps",
                        k.steps().stream().map(right -> press(right, shown)).toList());
            case AnswerKey.Rubric k -> {}
        }
        return Json.write(check);
    }

    private static void boxes(Map<String, Object> check, Set<String> right, Arrangement shown) {
        List<String> tokens = Answers.tokens(shown.order(Arrangement.OPTIONS).size());
        check.put(
                "right",
                tokens.stream()
                        .filter(token -> right.contains(shown.idOf(Arrangement.OPTIONS, token)))
                        .toList());
        check.put(
                "wrong",
                tokens.stream()
                        .filter(token -> !right.contains(shown.idOf(Arrangement.OPTIONS, token)))
                        .toList());
    }

    private static Map<String, Object> joined(Map<String, String> key, String ones, String others, Arrangement shown) {
        Map<String, Object> parts = new LinkedHashMap<>();
        key.forEach((one, other) -> parts.put(shown.token(ones, one), shown.token(others, other)));
        return parts;
    }

    private static Map<String, Object> gaps(AnswerKey.Gaps key, Arrangement shown) {
        Map<String, Object> parts = new LinkedHashMap<>();
        key.gaps()
                .forEach((gap, filling) -> parts.put(
                        shown.token(Arrangement.GAPS, gap),
                        switch (filling) {
                            case AnswerKey.Chosen chosen -> shown.token(Arrangement.optionsOf(gap), chosen.option());
                            case AnswerKey.Typed typed -> accepted(typed.accepted());
                        }));
        return parts;
    }

    private static Map<String, Object> press(AnswerKey.RightPress right, Arrangement shown) {
        Map<String, Object> press = new LinkedHashMap<>();
        press.put("part", shown.token(Arrangement.partsOf(right.step()), right.part()));
        if (right.accepted() != null) {
            press.put("accepted", accepted(right.accepted()));
        }
        return press;
    }

    private static Map<String, Object> accepted(AnswerKey.Accepted accepted) {
        return Map.of(
                "wordings",
                        Stream.concat(accepted.uk().stream(), accepted.en().stream())
                                .map(Wording::skeleton)
                                .distinct()
                                .toList(),
                "wrong", accepted.wrong().stream().map(Wording::skeleton).toList(),
                "near", accepted.near());
    }
}
