package ua.stezhka.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The order in which one attempt shows the parts of one question. Kept in the database, so that every node and every
 * reload shows the same; answers name parts by their place in it ("1", "2", …), which tells nothing about the key.
 *
 * @param orders list name → ids of the content in the order shown
 */
public record Arrangement(@JsonValue Map<String, List<String>> orders) {
    public static final String OPTIONS = "options";
    public static final String LEFT = "left";
    public static final String RIGHT = "right";
    public static final String ITEMS = "items";
    public static final String GAPS = "gaps";
    public static final String STEPS = "steps";
    public static final String CATEGORIES = "categories";
    private static final int LONGEST_TEXT = 500;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Arrangement {}

    /** A new order for this question; an ordering never begins in its right order, so leaving it alone is no answer. */
    public static Arrangement of(QuestionBody body, AnswerKey key, RandomGenerator random) {
        Map<String, List<String>> orders = new LinkedHashMap<>();
        switch (body) {
            case QuestionBody.SingleChoice b ->
                orders.put(OPTIONS, b.shuffle() ? shuffled(b.options(), random) : ids(b.options()));
            case QuestionBody.MultipleChoice b -> orders.put(OPTIONS, shuffled(b.options(), random));
            case QuestionBody.Matching b -> {
                orders.put(LEFT, ids(b.left()));
                orders.put(RIGHT, shuffled(b.right(), random));
            }
            case QuestionBody.Ordering b -> orders.put(ITEMS, disorder(b.items(), key, random));
            case QuestionBody.Gaps b -> {
                orders.put(GAPS, b.gaps().stream().map(QuestionBody.Gap::id).toList());
                b.gaps().stream()
                        .filter(gap -> !gap.options().isEmpty())
                        .forEach(gap -> orders.put(optionsOf(gap.id()), shuffled(gap.options(), random)));
            }
            case QuestionBody.Rehearsal b -> {
                orders.put(STEPS, b.steps().stream().map(QuestionBody.Step::id).toList());
                b.steps()
                        .forEach(step -> orders.put(
                                partsOf(step.id()), ids(b.screenOf(step).targets())));
            }
            case QuestionBody.Categorise b -> {
                orders.put(CATEGORIES, ids(b.categories()));
                orders.put(ITEMS, shuffled(b.items(), random));
            }
            // The picture is the same for everybody, and so is the list beside it.
            case QuestionBody.Hotspot b -> orders.put(OPTIONS, ids(b.choices()));
            case QuestionBody.TrueFalse b -> {}
            case QuestionBody.ShortText b -> {}
            case QuestionBody.NumberEntry b -> {}
            case QuestionBody.FreeText b -> {}
            case QuestionBody.FileWork b -> {}
        }
        return new Arrangement(orders);
    }

    public static String optionsOf(String gap) {
        return "gap." + gap;
    }

    /** The list of what can be pressed at a step. */
    public static String partsOf(String step) {
        return "step." + step;
    }

    /** The ids of one list in the order shown; empty when the question has no such list. */
    public List<String> order(String list) {
        return orders.getOrDefault(list, List.of());
    }

    /**
     * The answer in ids of the content.
     *
     * @param shown the answer in tokens of this arrangement
     * @throws MalformedAnswer when it names a place that is not there
     */
    public Answer resolve(Answer shown) {
        return switch (shown) {
            case Answer.SingleChoice a -> new Answer.SingleChoice(id(OPTIONS, a.option(), "option"));
            case Answer.MultipleChoice a ->
                new Answer.MultipleChoice(a.options().stream()
                        .map(token -> id(OPTIONS, token, "options"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            case Answer.TrueFalse a -> a;
            case Answer.ShortText a -> new Answer.ShortText(text(a.text(), "text"));
            case Answer.NumberEntry a -> new Answer.NumberEntry(text(a.text(), "text"));
            case Answer.Matching a -> {
                Map<String, String> pairs = new LinkedHashMap<>();
                a.pairs().forEach((left, right) -> pairs.put(id(LEFT, left, "pairs"), id(RIGHT, right, "pairs")));
                yield new Answer.Matching(pairs);
            }
            case Answer.Ordering a -> new Answer.Ordering(wholeOrder(a.order()));
            case Answer.Gaps a -> {
                Map<String, String> gaps = new LinkedHashMap<>();
                a.gaps().forEach((gap, filling) -> fill(gaps, id(GAPS, gap, "gaps"), filling));
                yield new Answer.Gaps(gaps);
            }
            case Answer.Rehearsal a ->
                new Answer.Rehearsal(a.presses().stream().map(this::press).toList());
            case Answer.Categorise a -> {
                Map<String, String> groups = new LinkedHashMap<>();
                a.groups()
                        .forEach((item, group) ->
                                groups.put(id(ITEMS, item, "groups"), id(CATEGORIES, group, "groups")));
                yield new Answer.Categorise(groups);
            }
            case Answer.Hotspot a ->
                new Answer.Hotspot(a.regions().stream()
                        .map(token -> id(OPTIONS, token, "regions"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            case Answer.FreeText a -> new Answer.FreeText(Written.checked(a.text()));
            case Answer.FileWork a -> new Answer.FileWork(Written.checked(a.files()));
        };
    }

    private void fill(Map<String, String> gaps, String gap, String filling) {
        List<String> options = order(optionsOf(gap));
        if (!filling.isBlank()) {
            gaps.put(gap, options.isEmpty() ? text(filling, "gaps") : id(optionsOf(gap), filling, "gaps"));
        }
    }

    private Answer.Press press(Answer.Press press) {
        String step = id(STEPS, press.step(), "presses");
        String part = press.part();
        String typed = press.text();
        return new Answer.Press(
                step,
                part == null ? null : id(partsOf(step), part, "presses"),
                typed == null ? null : text(typed, "presses"));
    }

    private List<String> wholeOrder(List<String> tokens) {
        List<String> ids =
                tokens.stream().map(token -> id(ITEMS, token, "order")).toList();
        if (ids.size() != order(ITEMS).size() || Set.copyOf(ids).size() != ids.size()) {
            throw new MalformedAnswer("order");
        }
        return ids;
    }

    /** The place of a part in this arrangement: its token. */
    public String token(String list, String id) {
        int place = order(list).indexOf(id);
        if (place < 0) {
            throw new IllegalArgumentException("not in this arrangement: " + id);
        }
        return Integer.toString(place + 1);
    }

    /** The id at this place. @throws MalformedAnswer when there is none */
    String idOf(String list, String token) {
        return id(list, token, list);
    }

    private String id(String list, String token, String field) {
        List<String> order = order(list);
        // Two digits are enough for every list, and parsing them cannot fail.
        int place = token.length() <= 2 && token.matches("[1-9]\\d?") ? Integer.parseInt(token) : 0;
        if (place < 1 || place > order.size()) {
            throw new MalformedAnswer(field);
        }
        return order.get(place - 1);
    }

    private static String text(String text, String field) {
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new MalformedAnswer(field);
        }
        return text;
    }

    private static List<String> ids(List<Choice> choices) {
        return choices.stream().map(Choice::id).toList();
    }

    private static List<String> disorder(List<Choice> items, AnswerKey key, RandomGenerator random) {
        List<String> ids = new ArrayList<>(shuffled(items, random));
        if (key instanceof AnswerKey.Ordering k && k.order().equals(ids)) {
            Collections.swap(ids, 0, 1 + random.nextInt(ids.size() - 1));
        }
        return List.copyOf(ids);
    }

    private static List<String> shuffled(List<Choice> choices, RandomGenerator random) {
        List<String> ids = new ArrayList<>(ids(choices));
        Collections.shuffle(ids, random);
        return List.copyOf(ids);
    }
}
