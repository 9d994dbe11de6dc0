package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ua.stezhka.platform.LocalText;

class GradingProperties {
    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id-" + i).toList();
    }

    private static AnswerKey.MultipleChoice boxes(int right, int wrong) {
        return new AnswerKey.MultipleChoice(
                Set.copyOf(ids(right)), Set.copyOf(ids(right + wrong).subList(right, right + wrong)));
    }

    private static Score ticked(AnswerKey.MultipleChoice key, Set<String> options) {
        return Grading.score(key, new Answer.MultipleChoice(options));
    }

    private static <T> Set<T> some(List<T> all, Random random) {
        Set<T> some = new HashSet<>(all);
        some.removeIf(x -> random.nextBoolean());
        return some;
    }

    private static void assertPossible(Score score) {
        assertThat(score.earned()).isBetween(0L, score.possible());
        assertThat(score.percent()).isBetween(0, 100);
    }

    @Property
    void ticking_one_more_right_box_or_one_wrong_box_less_never_lowers_the_score(
            @ForAll @IntRange(min = 1, max = 6) int right,
            @ForAll @IntRange(min = 1, max = 6) int wrong,
            @ForAll Random random) {
        AnswerKey.MultipleChoice key = boxes(right, wrong);
        Set<String> options = some(ids(right + wrong), random);
        Score before = ticked(key, options);
        assertPossible(before);
        for (String better : key.right()) {
            Set<String> more = new HashSet<>(options);
            more.add(better);
            assertThat(ticked(key, more)).isGreaterThanOrEqualTo(before);
        }
        for (String worse : key.wrong()) {
            Set<String> fewer = new HashSet<>(options);
            fewer.remove(worse);
            assertThat(ticked(key, fewer)).isGreaterThanOrEqualTo(before);
        }
    }

    @Property
    void ticking_everything_earns_nothing_whatever_the_question(
            @ForAll @IntRange(min = 1, max = 8) int right, @ForAll @IntRange(min = 1, max = 8) int wrong) {
        assertThat(ticked(boxes(right, wrong), Set.copyOf(ids(right + wrong)))).isEqualTo(Score.NOTHING);
    }

    @Property
    void putting_one_more_pair_right_never_lowers_the_score(
            @ForAll @IntRange(min = 3, max = 6) int count, @ForAll Random random) {
        Map<String, String> key = new HashMap<>();
        ids(count).forEach(id -> key.put(id, "side-" + id));
        Map<String, String> given = new HashMap<>();
        for (String left : some(ids(count), random)) {
            given.put(left, "side-id-" + random.nextInt(count + 1));
        }
        Score before = Grading.score(new AnswerKey.Matching(key), new Answer.Matching(given));
        assertPossible(before);
        for (String left : key.keySet()) {
            Map<String, String> better = new HashMap<>(given);
            better.put(left, key.get(left));
            assertThat(Grading.score(new AnswerKey.Matching(key), new Answer.Matching(better)))
                    .isGreaterThanOrEqualTo(before);
        }
    }

    private static AnswerKey.Categorise groups(int items, int groups) {
        Map<String, String> key = new HashMap<>();
        ids(items).forEach(id -> key.put(id, "group-" + key.size() % groups));
        return new AnswerKey.Categorise(key);
    }

    @Property
    void putting_one_more_item_into_its_group_never_lowers_the_score(
            @ForAll @IntRange(min = 3, max = 8) int items,
            @ForAll @IntRange(min = 2, max = 5) int groups,
            @ForAll Random random) {
        AnswerKey.Categorise key = groups(items, groups);
        Map<String, String> given = new HashMap<>();
        for (String item : some(ids(items), random)) {
            given.put(item, "group-" + random.nextInt(groups));
        }
        Score before = Grading.score(key, new Answer.Categorise(given));
        assertPossible(before);
        for (String item : key.groups().keySet()) {
            Map<String, String> better = new HashMap<>(given);
            better.put(item, key.groups().get(item));
            assertThat(Grading.score(key, new Answer.Categorise(better))).isGreaterThanOrEqualTo(before);
        }
    }

    @Property
    void only_everything_in_its_group_is_full_and_all_in_one_group_earns_nothing(
            @ForAll @IntRange(min = 3, max = 8) int items,
            @ForAll @IntRange(min = 2, max = 3) int groups,
            @ForAll Random random) {
        AnswerKey.Categorise key = groups(items, groups);
        Map<String, String> given = new HashMap<>(key.groups());
        String item = "id-" + random.nextInt(items);
        given.put(item, "group-" + random.nextInt(groups));
        assertThat(Grading.score(key, new Answer.Categorise(given)).isFull()).isEqualTo(given.equals(key.groups()));
        Map<String, String> one = new HashMap<>();
        ids(items).forEach(id -> one.put(id, "group-" + random.nextInt(1)));
        assertThat(Grading.score(key, new Answer.Categorise(one))).isEqualTo(Score.NOTHING);
    }

    @Property
    void pointing_at_one_more_right_place_never_lowers_the_score_and_at_all_of_them_earns_nothing(
            @ForAll @IntRange(min = 1, max = 4) int right,
            @ForAll @IntRange(min = 1, max = 4) int wrong,
            @ForAll Random random) {
        AnswerKey.MultipleChoice places = boxes(right, wrong);
        AnswerKey.Hotspot key = new AnswerKey.Hotspot(places.right(), places.wrong());
        Set<String> regions = some(ids(right + wrong), random);
        Score before = Grading.score(key, new Answer.Hotspot(regions));
        assertPossible(before);
        for (String better : key.right()) {
            Set<String> more = new HashSet<>(regions);
            more.add(better);
            assertThat(Grading.score(key, new Answer.Hotspot(more))).isGreaterThanOrEqualTo(before);
        }
        assertThat(Grading.score(key, new Answer.Hotspot(Set.copyOf(ids(right + wrong)))))
                .isEqualTo(Score.NOTHING);
    }

    @Property
    void where_only_the_whole_counts_the_score_is_everything_or_nothing(
            @ForAll @IntRange(min = 1, max = 6) int right,
            @ForAll @IntRange(min = 1, max = 6) int wrong,
            @ForAll Random random) {
        AnswerKey.MultipleChoice part = boxes(right, wrong);
        AnswerKey.MultipleChoice whole = new AnswerKey.MultipleChoice(part.right(), part.wrong(), true);
        Set<String> options = some(ids(right + wrong), random);
        assertThat(ticked(whole, options)).isEqualTo(ticked(part, options).isFull() ? Score.EVERYTHING : Score.NOTHING);
    }

    @Property
    void the_order_in_which_items_are_shown_changes_no_score_of_groups(
            @ForAll @IntRange(min = 3, max = 8) int items, @ForAll Random random) {
        AnswerKey.Categorise key = groups(items, 2);
        List<Choice> shownItems = ids(items).stream()
                .map(id -> new Choice(id, new LocalText(id, null)))
                .toList();
        List<Choice> shownGroups = List.of(
                new Choice("group-0", new LocalText("0", null)), new Choice("group-1", new LocalText("1", null)));
        Map<String, String> given = new HashMap<>();
        for (String item : some(ids(items), random)) {
            given.put(item, "group-" + random.nextInt(2));
        }
        Arrangement shown = Arrangement.of(new QuestionBody.Categorise(shownGroups, shownItems), key, random);
        Map<String, String> tokens = new HashMap<>();
        given.forEach((item, group) ->
                tokens.put(shown.token(Arrangement.ITEMS, item), shown.token(Arrangement.CATEGORIES, group)));
        assertThat(Grading.score(key, shown.resolve(new Answer.Categorise(tokens))))
                .isEqualTo(Grading.score(key, new Answer.Categorise(given)));
    }

    @Property
    void exchanging_two_neighbours_into_the_right_order_never_lowers_the_score(
            @ForAll @IntRange(min = 3, max = 6) int count, @ForAll Random random) {
        AnswerKey key = new AnswerKey.Ordering(ids(count));
        List<String> given = new ArrayList<>(ids(count));
        Collections.shuffle(given, random);
        Score before = Grading.score(key, new Answer.Ordering(given));
        assertPossible(before);
        for (int i = 1; i < count; i++) {
            if (given.get(i - 1).compareTo(given.get(i)) > 0) {
                List<String> better = new ArrayList<>(given);
                Collections.swap(better, i - 1, i);
                assertThat(Grading.score(key, new Answer.Ordering(better))).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Property
    void the_order_in_which_options_are_shown_changes_no_score(
            @ForAll @IntRange(min = 1, max = 5) int right,
            @ForAll @IntRange(min = 1, max = 5) int wrong,
            @ForAll Random random) {
        AnswerKey.MultipleChoice key = boxes(right, wrong);
        List<Choice> options = ids(right + wrong).stream()
                .map(id -> new Choice(id, new LocalText(id, null)))
                .toList();
        Set<String> chosen = some(ids(right + wrong), random);
        Arrangement shown = Arrangement.of(new QuestionBody.MultipleChoice(options), key, random);
        Set<String> tokens = new HashSet<>();
        chosen.forEach(id -> tokens.add(shown.token(Arrangement.OPTIONS, id)));
        Answer resolved = shown.resolve(new Answer.MultipleChoice(tokens));
        assertThat(Grading.score(key, resolved)).isEqualTo(ticked(key, chosen));
    }

    @Property
    void the_mean_of_scores_lies_between_the_least_and_the_greatest(
            @ForAll List<@IntRange(min = 0, max = 12) Integer> earned) {
        List<Score> scores = earned.stream().map(e -> new Score(e, 12)).toList();
        Score mean = Score.mean(scores);
        assertPossible(mean);
        if (!scores.isEmpty()) {
            assertThat(mean).isBetween(Collections.min(scores), Collections.max(scores));
        }
    }
}
