package ua.stezhka.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Texts;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Choice;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.quiz.BankedVersion;

/** The key of a version as fields of a form, and back. Types whose key is many things together are corrected in their file. */
final class KeyForm {
    private static final int LONGEST = 4000;
    private static final int MOST_WORDINGS = 40;
    private static final String RIGHT = "right";
    private static final String NEAR = "-near";

    private final BankedVersion version;
    private final Locale locale;

    KeyForm(BankedVersion version, Locale locale) {
        this.version = version;
        this.locale = locale;
    }

    /** Whether a form can correct the key of this version. */
    static boolean fits(BankedVersion version) {
        return !new KeyForm(version, Locale.ROOT).fields().isEmpty();
    }

    /** The fields as the key has them now. */
    List<KeyField> fields() {
        return switch (version.key()) {
            case AnswerKey.SingleChoice k -> List.of(choice(KeyField.ONE, Set.of(k.option())));
            case AnswerKey.MultipleChoice k -> List.of(choice(KeyField.MANY, k.right()));
            case AnswerKey.TrueFalse k -> List.of(truth(k.value()));
            case AnswerKey.NumberEntry k ->
                List.of(
                        text("number", "bank.keyNumber", k.answer().toPlainString(), KeyField.LINE),
                        text("tolerance", "bank.keyTolerance", k.tolerance().toPlainString(), KeyField.LINE));
            case AnswerKey.ShortText k -> wordings("accepted", "", k.accepted());
            case AnswerKey.Gaps k -> gaps(k);
            default -> List.of();
        };
    }

    /** The fields as somebody typed them. */
    List<KeyField> fields(Map<String, List<String>> form) {
        return fields().stream().map(field -> field.typed(form)).toList();
    }

    private KeyField choice(String kind, Set<String> chosen) {
        List<Choice> choices =
                switch (version.body()) {
                    case QuestionBody.SingleChoice b -> b.options();
                    case QuestionBody.MultipleChoice b -> b.options();
                    default -> List.of();
                };
        return new KeyField(RIGHT, kind, word("bank.keyRight"), "", options(choices), chosen);
    }

    private KeyField truth(boolean value) {
        List<BankOption> options =
                List.of(new BankOption("true", word("quiz.true")), new BankOption("false", word("quiz.false")));
        return new KeyField(RIGHT, KeyField.ONE, word("bank.keyRight"), "", options, Set.of(Boolean.toString(value)));
    }

    private List<KeyField> gaps(AnswerKey.Gaps key) {
        List<KeyField> fields = new ArrayList<>();
        if (version.body() instanceof QuestionBody.Gaps body) {
            for (QuestionBody.Gap gap : body.gaps()) {
                switch (key.gaps().get(gap.id())) {
                    case AnswerKey.Chosen chosen ->
                        fields.add(new KeyField(
                                "gap-" + gap.id(),
                                KeyField.ONE,
                                named("bank.keyGap", gap.id()),
                                "",
                                options(gap.options()),
                                Set.of(chosen.option())));
                    case AnswerKey.Typed typed ->
                        fields.addAll(wordings("gap-" + gap.id(), gap.id(), typed.accepted()));
                    case null -> {}
                }
            }
        }
        return fields;
    }

    private List<KeyField> wordings(String name, String gap, AnswerKey.Accepted accepted) {
        String of = gap.isEmpty() ? "" : named("bank.keyGap", gap) + ": ";
        return List.of(
                new KeyField(
                        name + "-uk",
                        KeyField.LINES,
                        of + word("bank.keyWordingsUk"),
                        String.join("\n", accepted.uk()),
                        List.of(),
                        Set.of()),
                new KeyField(
                        name + "-en",
                        KeyField.LINES,
                        of + word("bank.keyWordingsEn"),
                        String.join("\n", accepted.en()),
                        List.of(),
                        Set.of()),
                near(name, of, accepted));
    }

    private KeyField near(String name, String of, AnswerKey.Accepted accepted) {
        return new KeyField(
                name + NEAR,
                KeyField.MANY,
                of + word("bank.keySlips"),
                "",
                List.of(new BankOption("forgiven", word("bank.keyNear"))),
                accepted.near() ? Set.of("forgiven") : Set.of());
    }

    private KeyField text(String name, String label, String value, String kind) {
        return new KeyField(name, kind, word(label), value, List.of(), Set.of());
    }

    /** The key that the form says; null, with faults noted, when it says none. */
    @Nullable
    AnswerKey read(Map<String, List<String>> form, Faults faults) {
        AnswerKey key =
                switch (version.key()) {
                    case AnswerKey.SingleChoice k -> single(form, faults);
                    case AnswerKey.MultipleChoice k -> multiple(k, form, faults);
                    case AnswerKey.TrueFalse k -> new AnswerKey.TrueFalse("true".equals(first(form, RIGHT)));
                    case AnswerKey.NumberEntry k -> number(k, form, faults);
                    case AnswerKey.ShortText k -> {
                        AnswerKey.Accepted accepted = accepted("accepted", k.accepted(), form, faults);
                        yield accepted == null ? null : new AnswerKey.ShortText(accepted);
                    }
                    case AnswerKey.Gaps k -> filled(k, form, faults);
                    default -> null;
                };
        if (key != null && key.equals(version.key())) {
            faults.add(fields().getFirst().name(), "bank.key_same");
            return null;
        }
        return key;
    }

    private @Nullable AnswerKey single(Map<String, List<String>> form, Faults faults) {
        String option = first(form, RIGHT);
        if (offers(RIGHT, option)) {
            return new AnswerKey.SingleChoice(option);
        }
        faults.add(RIGHT, "bank.key_missing");
        return null;
    }

    private @Nullable AnswerKey multiple(AnswerKey.MultipleChoice key, Map<String, List<String>> form, Faults faults) {
        Set<String> right = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        List<String> ticked = form.getOrDefault(RIGHT, List.of());
        LinkedHashSet<String> all = new LinkedHashSet<>(key.right());
        all.addAll(key.wrong());
        all.forEach(option -> (ticked.contains(option) ? right : wrong).add(option));
        if (right.isEmpty() || wrong.isEmpty()) {
            faults.add(RIGHT, "bank.key_some_not_all");
            return null;
        }
        return new AnswerKey.MultipleChoice(right, wrong, key.whole());
    }

    private static @Nullable AnswerKey number(
            AnswerKey.NumberEntry key, Map<String, List<String>> form, Faults faults) {
        BigDecimal answer = decimal("number", form, faults);
        BigDecimal tolerance = decimal("tolerance", form, faults);
        if (answer == null || tolerance == null) {
            return null;
        }
        if (tolerance.signum() < 0) {
            faults.add("tolerance", "bank.key_number");
            return null;
        }
        return new AnswerKey.NumberEntry(answer, tolerance, key.units());
    }

    private static @Nullable BigDecimal decimal(String name, Map<String, List<String>> form, Faults faults) {
        String typed = first(form, name).strip().replace(',', '.');
        if (typed.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            return new BigDecimal(typed);
        }
        faults.add(name, "bank.key_number");
        return null;
    }

    private @Nullable AnswerKey filled(AnswerKey.Gaps key, Map<String, List<String>> form, Faults faults) {
        Map<String, AnswerKey.Filling> fillings = new LinkedHashMap<>();
        key.gaps().forEach((gap, filling) -> {
            String name = "gap-" + gap;
            switch (filling) {
                case AnswerKey.Chosen chosen
                when offers(name, first(form, name)) -> fillings.put(gap, new AnswerKey.Chosen(first(form, name)));
                case AnswerKey.Chosen chosen -> faults.add(name, "bank.key_missing");
                case AnswerKey.Typed typed -> {
                    AnswerKey.Accepted accepted = accepted(name, typed.accepted(), form, faults);
                    if (accepted != null) {
                        fillings.put(gap, new AnswerKey.Typed(accepted));
                    }
                }
            }
        });
        return fillings.size() == key.gaps().size() ? new AnswerKey.Gaps(fillings) : null;
    }

    /** What the form does not show stays as it was. */
    private static AnswerKey.@Nullable Accepted accepted(
            String name, AnswerKey.Accepted before, Map<String, List<String>> form, Faults faults) {
        List<String> uk = lines(first(form, name + "-uk"));
        List<String> en = lines(first(form, name + "-en"));
        if (uk.isEmpty() || uk.size() > MOST_WORDINGS || en.size() > MOST_WORDINGS) {
            faults.add(name + "-uk", "bank.key_wordings");
            return null;
        }
        return new AnswerKey.Accepted(uk, en, form.containsKey(name + NEAR), before.wrong());
    }

    private static List<String> lines(String typed) {
        String shorter = typed.replace("\0", "");
        return shorter.substring(0, Math.min(LONGEST, shorter.length()))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private boolean offers(String name, String option) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> field.options().stream())
                .anyMatch(offered -> offered.key().equals(option));
    }

    private List<BankOption> options(List<Choice> choices) {
        return choices.stream()
                .map(choice -> new BankOption(choice.id(), choice.text().in(locale)))
                .toList();
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    private String word(String key) {
        return locale.equals(Locale.ROOT) ? "" : Texts.get(locale, key);
    }

    private String named(String key, String name) {
        return locale.equals(Locale.ROOT) ? "" : Texts.get(locale, key, name);
    }
}
