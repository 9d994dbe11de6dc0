package ua.stezhka.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads answers as browsers send them, in JSON or in a form: the question’s type says what to expect. */
public final class Answers {
    private static final int MOST_PARTS = 50;
    static final int MOST_PRESSES = 200;
    private static final String UNKNOWN = "unknown";
    private static final List<String> NO_VALUE = List.of("");

    private Answers() {}

    /** @throws MalformedAnswer when it is not an answer of this type */
    public static Answer read(QuestionBody body, @Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new MalformedAnswer("answer");
        }
        return switch (body) {
            case QuestionBody.SingleChoice b -> new Answer.SingleChoice(text(json.get("option"), "option"));
            case QuestionBody.MultipleChoice b ->
                new Answer.MultipleChoice(new LinkedHashSet<>(texts(json, "options")));
            case QuestionBody.TrueFalse b -> new Answer.TrueFalse(truth(json.get("value")));
            case QuestionBody.ShortText b -> new Answer.ShortText(text(json.get("text"), "text"));
            case QuestionBody.NumberEntry b -> new Answer.NumberEntry(text(json.get("text"), "text"));
            case QuestionBody.Matching b -> new Answer.Matching(entries(json, "pairs"));
            case QuestionBody.Ordering b -> new Answer.Ordering(texts(json, "order"));
            case QuestionBody.Gaps b -> new Answer.Gaps(entries(json, "gaps"));
            case QuestionBody.Rehearsal b -> new Answer.Rehearsal(presses(json));
            case QuestionBody.Categorise b -> new Answer.Categorise(entries(json, "groups"));
            case QuestionBody.Hotspot b -> onlyOne(b, texts(json, "regions"));
            case QuestionBody.FreeText b -> new Answer.FreeText(text(json.get("text"), "text"));
            case QuestionBody.FileWork b -> new Answer.FileWork(texts(json, "files"));
        };
    }

    /**
     * What a form says.
     *
     * @param shown     the order of this attempt
     * @param lastOrder the order in which an ordering was shown, in tokens
     */
    public static Given ofForm(
            QuestionBody body, Map<String, List<String>> form, Arrangement shown, List<String> lastOrder) {
        Function<String, String> field =
                name -> form.getOrDefault(name, NO_VALUE).getFirst();
        if (form.containsKey(UNKNOWN)
                || UNKNOWN.equals(field.apply("option"))
                || UNKNOWN.equals(field.apply("value"))
                || UNKNOWN.equals(field.apply("regions"))) {
            return Given.UNKNOWN;
        }
        return switch (body) {
            case QuestionBody.SingleChoice b -> Given.of(new Answer.SingleChoice(field.apply("option")));
            case QuestionBody.MultipleChoice b ->
                Given.of(new Answer.MultipleChoice(new LinkedHashSet<>(form.getOrDefault("options", List.of()))));
            case QuestionBody.TrueFalse b ->
                switch (field.apply("value")) {
                    case "true" -> Given.of(new Answer.TrueFalse(true));
                    case "false" -> Given.of(new Answer.TrueFalse(false));
                    default -> Given.CLEARED;
                };
            case QuestionBody.ShortText b ->
                Given.of(new Answer.ShortText(field.apply("text").strip()));
            case QuestionBody.NumberEntry b ->
                Given.of(new Answer.NumberEntry(field.apply("text").strip()));
            case QuestionBody.Matching b ->
                Given.of(new Answer.Matching(
                        filled("pair-", shown.order(Arrangement.LEFT).size(), field)));
            case QuestionBody.Ordering b -> ordered(lastOrder, shown, field);
            case QuestionBody.Gaps b ->
                Given.of(new Answer.Gaps(
                        filled("gap-", shown.order(Arrangement.GAPS).size(), field)));
            case QuestionBody.Rehearsal b -> RehearsalForm.given(form);
            case QuestionBody.Categorise b ->
                Given.of(new Answer.Categorise(
                        filled("group-", shown.order(Arrangement.ITEMS).size(), field)));
            case QuestionBody.Hotspot b -> Given.of(pointed(form.getOrDefault("regions", List.of()), b.choose()));
            case QuestionBody.FreeText b -> Given.of(new Answer.FreeText(Written.text(field.apply("text"))));
            case QuestionBody.FileWork b -> Given.of(new Answer.FileWork(form.getOrDefault("files", List.of())));
        };
    }

    /** What was typed as one text; empty for answers of another kind. */
    static String typed(@Nullable Answer answer) {
        return switch (answer) {
            case Answer.ShortText a -> a.text();
            case Answer.NumberEntry a -> a.text();
            case Answer.FreeText a -> a.text();
            case null, default -> "";
        };
    }

    /** Where one place is asked for, two are no answer. */
    private static Answer onlyOne(QuestionBody.Hotspot body, List<String> regions) {
        if (body.choose() == 1 && regions.size() > 1) {
            throw new MalformedAnswer("regions");
        }
        return new Answer.Hotspot(new LinkedHashSet<>(regions));
    }

    /** A form whose field takes one value counts the first. */
    private static Answer pointed(List<String> regions, int choose) {
        return new Answer.Hotspot(
                new LinkedHashSet<>(choose == 1 && regions.size() > 1 ? regions.subList(0, 1) : regions));
    }

    private static Map<String, String> filled(String prefix, int count, Function<String, String> field) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            String value = field.apply(prefix + i).strip();
            if (!value.isEmpty()) {
                filled.put(Integer.toString(i), value);
            }
        }
        return filled;
    }

    /** The order that places typed by hand mean: an item that moved up stands before the one whose place it took. */
    private static Given ordered(List<String> lastOrder, Arrangement shown, Function<String, String> field) {
        record Placed(String token, int place, int last) {
            int rank() {
                return 3 * place + Integer.signum(place - last);
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 1; i <= lastOrder.size(); i++) {
            String token = lastOrder.get(i - 1);
            String place = field.apply("place-" + token);
            placed.add(new Placed(token, place.matches("\\d{1,2}") ? Integer.parseInt(place) : i, i));
        }
        List<String> order = placed.stream()
                .sorted(java.util.Comparator.comparingInt(Placed::rank))
                .map(Placed::token)
                .collect(Collectors.toList());
        boolean untouched = order.equals(tokens(shown.order(Arrangement.ITEMS).size()));
        return untouched && order.equals(lastOrder)
                ? Given.CLEARED
                : new Given(ResponseState.ANSWERED, new Answer.Ordering(order));
    }

    /** The tokens of a list in the order shown. */
    static List<String> tokens(int count) {
        List<String> tokens = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            tokens.add(Integer.toString(i));
        }
        return tokens;
    }

    private static String text(@Nullable JsonNode node, String field) {
        if (node == null || !node.isTextual()) {
            throw new MalformedAnswer(field);
        }
        return node.textValue();
    }

    private static boolean truth(@Nullable JsonNode node) {
        if (node == null || !node.isBoolean()) {
            throw new MalformedAnswer("value");
        }
        return node.booleanValue();
    }

    private static List<String> texts(JsonNode json, String field) {
        JsonNode list = json.get(field);
        if (list == null || !list.isArray() || list.size() > MOST_PARTS) {
            throw new MalformedAnswer(field);
        }
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(text(node, field)));
        return texts;
    }

    private static List<Answer.Press> presses(JsonNode json) {
        JsonNode list = json.get("presses");
        if (list == null || !list.isArray() || list.size() > MOST_PRESSES) {
            throw new MalformedAnswer("presses");
        }
        List<Answer.Press> presses = new ArrayList<>();
        list.forEach(press -> presses.add(new Answer.Press(
                text(press.get("step"), "presses"), optional(press.get("part")), optional(press.get("text")))));
        return presses;
    }

    private static @Nullable String optional(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : text(node, "presses");
    }

    private static Map<String, String> entries(JsonNode json, String field) {
        JsonNode map = json.get(field);
        if (map == null || !map.isObject() || map.size() > MOST_PARTS) {
            throw new MalformedAnswer(field);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        map.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue(), field)));
        return entries;
    }
}
