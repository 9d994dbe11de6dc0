package ua.stezhka.xapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a question is answered, and the texts in which the standard writes an answer.
 *
 * @param correctResponsesPattern right answers; told only after the key is released
 * @param components              the lists of things to choose, order or match, by the kind of list
 */
public record Interaction(
        InteractionType type,
        List<String> correctResponsesPattern,
        Map<InteractionType.Parts, List<Component>> components) {

    private static final String BETWEEN_ITEMS = "[,]";
    private static final String WITHIN_A_PAIR = "[.]";

    public Interaction {
        for (InteractionType.Parts parts : components.keySet()) {
            if (!type.parts().contains(parts)) {
                throw new InvalidStatement(parts.property(), "does not belong to " + type.word());
            }
        }
        components.forEach(Interaction::requireDistinct);
        correctResponsesPattern = List.copyOf(correctResponsesPattern);
        components = components.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    /** One thing to choose, order or match. */
    public record Component(String id, @Nullable LanguageMap description) {
        public Component {
            if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
                throw new InvalidStatement("component.id", "is empty or has a space: " + id);
            }
        }
    }

    public static Interaction choice(String... ids) {
        return new Interaction(
                InteractionType.CHOICE, List.of(), Map.of(InteractionType.Parts.CHOICES, components(ids)));
    }

    public static Interaction sequencing(String... ids) {
        return new Interaction(
                InteractionType.SEQUENCING, List.of(), Map.of(InteractionType.Parts.CHOICES, components(ids)));
    }

    public static Interaction matching(List<String> sources, List<String> targets) {
        return new Interaction(
                InteractionType.MATCHING,
                List.of(),
                Map.of(
                        InteractionType.Parts.SOURCE, components(sources.toArray(String[]::new)),
                        InteractionType.Parts.TARGET, components(targets.toArray(String[]::new))));
    }

    /** A task that is done in steps. */
    public static Interaction performance(String... steps) {
        return new Interaction(
                InteractionType.PERFORMANCE, List.of(), Map.of(InteractionType.Parts.STEPS, components(steps)));
    }

    /** What was done at a step of a performance, in the standard’s writing; nothing when it was left to somebody else. */
    public static String done(String step, String what) {
        return step + WITHIN_A_PAIR + what;
    }

    /** A question without a list of things: true or false, a word, a number. */
    public static Interaction of(InteractionType type) {
        return new Interaction(type, List.of(), Map.of());
    }

    /** An answer that is a list of ids (or of words), in the standard's writing. */
    public static String response(List<String> items) {
        return String.join(BETWEEN_ITEMS, items);
    }

    /** An answer that joins each source with a target, in the standard's writing. */
    public static String response(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + WITHIN_A_PAIR + pair.getValue())
                .collect(Collectors.joining(BETWEEN_ITEMS));
    }

    private static List<Component> components(String... ids) {
        return Stream.of(ids).map(id -> new Component(id, null)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static void requireDistinct(InteractionType.Parts parts, List<Component> list) {
        Set<String> seen = HashSet.newHashSet(list.size());
        for (Component component : list) {
            if (!seen.add(component.id())) {
                throw new InvalidStatement(parts.property(), "has the id twice: " + component.id());
            }
        }
    }
}
