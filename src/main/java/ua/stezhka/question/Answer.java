package ua.stezhka.question;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** Everything that was pressed, from the first press to the last; never shortened, only added to. */
    record Rehearsal(List<Press> presses) implements Answer {
        /** Whether there is one press for each step from the first: how a rehearsal goes on where nothing is told. */
        public boolean onePressAStep() {
            return IntStream.range(0, presses.size())
                    .allMatch(i -> presses.get(i).step().equals(Integer.toString(i + 1)));
        }

        /** Whether this is the other one and a single press more. */
        boolean adds(List<Press> before) {
            return presses.size() == before.size() + 1
                    && presses.subList(0, before.size()).equals(before);
        }
    }

    /**
     * One press in a rehearsal.
     *
     * @param part null when the person asked to be shown
     * @param text what was typed, null when the part is only pressed
     */
    record Press(
            String step, @Nullable String part, @Nullable String text) {}

    /** Item → group; an item may be left out. */
    record Categorise(Map<String, String> groups) implements Answer {}

    record Hotspot(Set<String> regions) implements Answer {}

    /** A text in the person’s own words. */
    record FreeText(String text) implements Answer {}

    /** Files that were sent, by the ids of their uploads. */
    record FileWork(List<String> files) implements Answer {}

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
            case Rehearsal a -> a.presses.isEmpty();
            case Categorise a -> a.groups.isEmpty();
            case Hotspot a -> a.regions.isEmpty();
            case FreeText a -> a.text.isBlank();
            case FileWork a -> a.files.isEmpty();
        };
    }
}
