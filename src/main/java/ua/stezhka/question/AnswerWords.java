package ua.stezhka.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Texts;

/** An answer in words, as a person would tell it to another: one line or a few. */
public final class AnswerWords {
    private AnswerWords() {}

    /** What was given, in words. */
    public static List<String> of(QuestionBody body, @Nullable Given given, Arrangement shown, Locale locale) {
        if (given == null) {
            return List.of(Texts.get(locale, "quiz.notAnswered"));
        }
        return switch (given.state()) {
            case CLEARED -> List.of(Texts.get(locale, "quiz.cleared"));
            case UNKNOWN -> List.of(Texts.get(locale, "quiz.unknown"));
            case ANSWERED -> given.answer() == null ? List.of() : of(body, shown.resolve(given.answer()), locale);
        };
    }

    /** An answer in ids of the content, in words. */
    static List<String> of(QuestionBody body, Answer answer, Locale locale) {
        return switch (answer) {
            case Answer.SingleChoice a -> List.of(text(options(body), a.option(), locale));
            case Answer.MultipleChoice a -> named(options(body), a.options(), locale);
            case Answer.TrueFalse a -> List.of(Texts.get(locale, a.value() ? "quiz.true" : "quiz.false"));
            case Answer.ShortText a -> List.of(a.text());
            case Answer.NumberEntry a -> List.of(a.text());
            case Answer.Matching a -> pairs(body, a, locale);
            case Answer.Ordering a -> numbered(body, a, locale);
            case Answer.Gaps a -> gaps(body, a, locale);
            case Answer.Rehearsal a -> body instanceof QuestionBody.Rehearsal b ? presses(b, a, locale) : List.of();
            case Answer.Categorise a -> groups(body, a, locale);
            case Answer.Hotspot a -> named(options(body), a.regions(), locale);
            case Answer.FreeText a -> Written.paragraphs(a.text());
            case Answer.FileWork a ->
                List.of(Texts.get(locale, "quiz.filesSent", a.files().size()));
        };
    }

    /** The right answer in words. */
    public static List<String> right(QuestionVersion question, Locale locale) {
        return switch (question.key()) {
            case AnswerKey.SingleChoice k -> of(question.body(), new Answer.SingleChoice(k.option()), locale);
            case AnswerKey.MultipleChoice k -> of(question.body(), new Answer.MultipleChoice(k.right()), locale);
            case AnswerKey.TrueFalse k -> of(question.body(), new Answer.TrueFalse(k.value()), locale);
            case AnswerKey.ShortText k -> List.of(first(k.accepted(), locale));
            case AnswerKey.NumberEntry k -> List.of(number(k, locale));
            case AnswerKey.Matching k -> of(question.body(), new Answer.Matching(k.pairs()), locale);
            case AnswerKey.Ordering k -> of(question.body(), new Answer.Ordering(k.order()), locale);
            case AnswerKey.Rehearsal k ->
                of(
                        question.body(),
                        new Answer.Rehearsal(k.steps().stream()
                                .map(right -> press(right, locale))
                                .toList()),
                        locale);
            case AnswerKey.Categorise k -> of(question.body(), new Answer.Categorise(k.groups()), locale);
            case AnswerKey.Hotspot k -> of(question.body(), new Answer.Hotspot(k.right()), locale);
            case AnswerKey.Rubric k -> Written.paragraphs(k.model().in(locale));
            case AnswerKey.Gaps k -> {
                Map<String, String> gaps = new java.util.LinkedHashMap<>();
                k.gaps()
                        .forEach((gap, filling) -> gaps.put(
                                gap,
                                switch (filling) {
                                    case AnswerKey.Chosen chosen -> chosen.option();
                                    case AnswerKey.Typed typed -> first(typed.accepted(), locale);
                                }));
                yield of(question.body(), new Answer.Gaps(gaps), locale);
            }
        };
    }

    private static String number(AnswerKey.NumberEntry key, Locale locale) {
        String plain = key.answer().stripTrailingZeros().toPlainString();
        return locale.getLanguage().equals("uk") ? plain.replace('.', ',') : plain;
    }

    private static String first(AnswerKey.Accepted accepted, Locale locale) {
        List<String> wordings =
                locale.getLanguage().equals("en") && !accepted.en().isEmpty() ? accepted.en() : accepted.uk();
        return wordings.getFirst();
    }

    private static List<Choice> options(QuestionBody body) {
        return switch (body) {
            case QuestionBody.SingleChoice b -> b.options();
            case QuestionBody.MultipleChoice b -> b.options();
            case QuestionBody.Hotspot b -> b.choices();
            default -> List.of();
        };
    }

    private static List<String> named(List<Choice> choices, Set<String> chosen, Locale locale) {
        return choices.stream()
                .filter(choice -> chosen.contains(choice.id()))
                .map(choice -> choice.text().in(locale))
                .toList();
    }

    /** Group by group, as people sort: what lies in it. */
    private static List<String> groups(QuestionBody body, Answer.Categorise answer, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (body instanceof QuestionBody.Categorise categorise) {
            for (Choice group : categorise.categories()) {
                String items = categorise.items().stream()
                        .filter(item -> group.id().equals(answer.groups().get(item.id())))
                        .map(item -> item.text().in(locale))
                        .collect(Collectors.joining(" · "));
                if (!items.isEmpty()) {
                    lines.add(group.text().in(locale) + ": " + items);
                }
            }
        }
        return lines;
    }

    private static List<String> pairs(QuestionBody body, Answer.Matching answer, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (body instanceof QuestionBody.Matching matching) {
            matching.left().stream()
                    .filter(left -> answer.pairs().containsKey(left.id()))
                    .forEach(left -> lines.add(left.text().in(locale) + " → "
                            + text(matching.right(), answer.pairs().get(left.id()), locale)));
        }
        return lines;
    }

    private static List<String> numbered(QuestionBody body, Answer.Ordering answer, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (body instanceof QuestionBody.Ordering ordering) {
            answer.order().forEach(item -> lines.add(lines.size() + 1 + ". " + text(ordering.items(), item, locale)));
        }
        return lines;
    }

    private static List<String> gaps(QuestionBody body, Answer.Gaps answer, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (body instanceof QuestionBody.Gaps gaps) {
            for (QuestionBody.Gap gap : gaps.gaps()) {
                String filling = answer.gaps().get(gap.id());
                if (filling != null) {
                    lines.add(gap.options().isEmpty() ? filling : text(gap.options(), filling, locale));
                }
            }
        }
        return lines;
    }

    /** Each press as "task → what was pressed". */
    private static List<String> presses(QuestionBody.Rehearsal body, Answer.Rehearsal answer, Locale locale) {
        List<String> lines = new ArrayList<>();
        for (Answer.Press press : answer.presses()) {
            body.steps().stream()
                    .filter(step -> step.id().equals(press.step()))
                    .forEach(step -> lines.add(step.task().in(locale) + " → " + pressed(body, step, press, locale)));
        }
        return lines;
    }

    /** What was pressed at a step, in words. */
    static String pressed(QuestionBody.Rehearsal body, QuestionBody.Step step, Answer.Press press, Locale locale) {
        if (press.part() == null) {
            return Texts.get(locale, "quiz.rehearsalAskedToShow");
        }
        String part = text(body.screenOf(step).targets(), press.part(), locale);
        return press.text() == null
                ? Texts.get(locale, "quiz.rehearsalPressed", part)
                : Texts.get(locale, "quiz.rehearsalTyped", part, press.text());
    }

    /** What is right at a step, in words. */
    static String pressed(QuestionBody.Rehearsal body, AnswerKey.RightPress right, Locale locale) {
        return body.steps().stream()
                .filter(step -> step.id().equals(right.step()))
                .map(step -> pressed(body, step, press(right, locale), locale))
                .findFirst()
                .orElse("");
    }

    private static Answer.Press press(AnswerKey.RightPress right, Locale locale) {
        return new Answer.Press(
                right.step(), right.part(), right.accepted() == null ? null : first(right.accepted(), locale));
    }

    private static String text(List<Choice> choices, @Nullable String id, Locale locale) {
        return choices.stream()
                .filter(choice -> choice.id().equals(id))
                .map(choice -> choice.text().in(locale))
                .findFirst()
                .orElse("");
    }
}
