package ua.stezhka.quiz;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person answered, by type. The same shapes hold tokens (places in the order that the attempt shows: what browsers
 * send and the database keeps) and ids of the content; {@link Arrangement} translates between the two.
 */
public sealed interface Answer {
    record SingleChoice(String option) implements Answer {}

    record MultipleChoice(Set<String> options) implements Answer {}

    record TrueFalse(boolean value) implements Answer {}

    record ShortText(String text) implements Answer {}

    record NumberEntry(String text) implements Answer {}

    record Matching(Map<String, String> pairs) implements Answer {}

    record Ordering(List<String> order) implements Answer {}

    record Gaps(Map<String, String> gaps) implements Answer {}

    /** Item → group; an item may be left out. */
    record Categorise(Map<String, String> groups) implements Answer {}

    record Hotspot(Set<String> regions) implements Answer {}

    /** Whether nothing is said: no box ticked, an empty field. */
    default boolean blank() {
        return switch (this) {
            case SingleChoice a -> a.option.isBlank();
            case MultipleChoice a -> a.options.isEmpty();
            case TrueFalse a -> false;
            case ShortText a -> a.text.isBlank();
            case NumberEntry a -> a.text.isBlank();
            case Matching a -> a.pairs.isEmpty();
            case Ordering a -> a.order.isEmpty();
            case Gaps a -> a.gaps.values().stream().allMatch(String::isBlank);
            case Categorise a -> a.groups.isEmpty();
            case Hotspot a -> a.regions.isEmpty();
        };
    }
}
