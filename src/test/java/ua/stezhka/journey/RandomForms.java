package ua.stezhka.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.QuestionView;

/** Forms as people fill them in: right, nearly right, in other letters, by chance. */
final class RandomForms {
    private static final String LOOK_ALIKES = "аaеeоoрpсcхxіiуy";
    private static final List<String> AROUND = List.of("«%s»", " %s ", "%s.", "%s!", "%s, ", "“%s”", "%s\u00A0");
    private static final List<String> UNITS = List.of("", " грн", " гривень", " годин", " слів", " км", "%", " xyz");

    private final Random random;

    RandomForms(long seed) {
        this.random = new Random(seed);
    }

    Map<String, List<String>> of(QuestionVersion question, QuestionView view) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        boolean single = view.field().equals("option") || view.truth();
        if (random.nextInt(12) == 0) {
            form.put(single && !view.options().isEmpty() ? view.field() : "unknown", List.of("unknown"));
            return form;
        }
        choose(view, form);
        String prefix = view.grouped() ? "group-" : "pair-";
        for (QuestionView.Pair pair : view.pairs()) {
            if (random.nextInt(8) > 0) {
                form.put(prefix + pair.token(), List.of(any(pair.sides()).token()));
            }
        }
        List<Integer> places = new ArrayList<>(
                view.items().stream().map(QuestionView.Item::place).toList());
        Collections.shuffle(places, random);
        for (QuestionView.Item item : view.items()) {
            form.put("place-" + item.token(), List.of(places.removeFirst().toString()));
        }
        for (QuestionView.Piece piece : view.pieces()) {
            if (piece.gap() != null && random.nextInt(8) > 0) {
                form.put("gap-" + piece.gap().token(), List.of(gap(question.key(), piece.gap())));
            }
        }
        if (view.typed()) {
            form.put("text", List.of(typed(question.key())));
        }
        return form;
    }

    /** Something like one of the accepted wordings, or one of the wrong ones. */
    String words(AnswerKey.Accepted accepted) {
        List<String> known = Stream.of(accepted.uk(), accepted.en(), accepted.wrong(), List.of("щось інше"))
                .flatMap(List::stream)
                .toList();
        String text = any(known);
        for (int i = random.nextInt(6); i > 0; i--) {
            text = changed(text);
        }
        return text;
    }

    private void choose(QuestionView view, Map<String, List<String>> form) {
        if (view.options().isEmpty()) {
            return;
        }
        List<String> chosen = view.options().stream()
                .map(QuestionView.Option::token)
                .filter(token -> view.multiple() && random.nextBoolean())
                .toList();
        if (!view.multiple()) {
            chosen = List.of(any(view.options()).token());
        }
        if (!chosen.isEmpty()) {
            form.put(view.field(), chosen);
        }
    }

    private String gap(AnswerKey key, QuestionView.GapField gap) {
        if (!gap.options().isEmpty()) {
            return any(gap.options()).token();
        }
        if (key instanceof AnswerKey.Gaps gaps) {
            return words(any(gaps.gaps().values().stream()
                    .filter(AnswerKey.Typed.class::isInstance)
                    .map(AnswerKey.Typed.class::cast)
                    .map(AnswerKey.Typed::accepted)
                    .toList()));
        }
        return "";
    }

    private String typed(AnswerKey key) {
        return switch (key) {
            case AnswerKey.ShortText text -> words(text.accepted());
            case AnswerKey.NumberEntry number -> number(number);
            default -> "";
        };
    }

    private String number(AnswerKey.NumberEntry key) {
        BigDecimal half = key.tolerance().add(BigDecimal.ONE).divide(BigDecimal.TWO);
        BigDecimal near = key.answer().add(half.multiply(BigDecimal.valueOf(random.nextInt(7) - 3L)));
        String plain = near.toPlainString();
        String written = random.nextBoolean() ? plain.replace('.', ',') : plain;
        if (random.nextInt(4) == 0 && written.matches("\\d{4,6}")) {
            written = written.substring(0, written.length() - 3) + '\u00A0' + written.substring(written.length() - 3);
        }
        return (random.nextInt(9) == 0 ? "+" : "") + written + any(UNITS);
    }

    private String changed(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        char letter = text.charAt(at);
        return switch (random.nextInt(10)) {
            case 0 -> text.toUpperCase(java.util.Locale.ROOT);
            case 1 -> before + after;
            case 2 -> before + letter + letter + after;
            case 3 -> before + "ж" + after;
            case 4 -> after.isEmpty() ? text : before + after.charAt(0) + letter + after.substring(1);
            case 5 -> before + twin(letter) + after;
            case 6 -> before + letter + '\u0301' + after;
            case 7 -> text.replace('’', '\'');
            case 8 -> text.replace(' ', '-');
            default -> any(AROUND).formatted(text);
        };
    }

    private static char twin(char letter) {
        int at = LOOK_ALIKES.indexOf(letter);
        return at < 0 ? letter : LOOK_ALIKES.charAt(at ^ 1);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
