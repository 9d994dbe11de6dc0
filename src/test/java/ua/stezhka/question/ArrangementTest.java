package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.LocalText;
import ua.stezhka.quiz.QuizFixtures;
import ua.stezhka.quiz.SortingFixtures;

class ArrangementTest {
    private static Choice choice(String id) {
        return new Choice(id, new LocalText("«" + id + "»", null));
    }

    private static final AnswerKey ANY_KEY = new AnswerKey.SingleChoice("a");
    private static final QuestionBody CHOICE =
            new QuestionBody.SingleChoice(List.of(choice("a"), choice("b"), choice("c")), true);
    private static final QuestionBody MATCHING = new QuestionBody.Matching(
            List.of(choice("a"), choice("b")), List.of(choice("a"), choice("b"), choice("extra")));
    private static final QuestionBody GAPS = new QuestionBody.Gaps(
            new LocalText("{{first}} {{second}}", null),
            List.of(
                    new QuestionBody.Gap("first", List.of(choice("x"), choice("y"))),
                    new QuestionBody.Gap("second", List.of())));

    @Test
    void the_same_seed_shows_the_same_order() {
        assertThat(Arrangement.of(CHOICE, ANY_KEY, new Random(7)))
                .isEqualTo(Arrangement.of(CHOICE, ANY_KEY, new Random(7)));
    }

    @Test
    void every_order_of_options_comes_up() {
        Random random = new Random(1);
        assertThat(java.util.stream.Stream.generate(() -> Arrangement.of(CHOICE, ANY_KEY, random))
                        .limit(200)
                        .distinct())
                .hasSize(6);
    }

    @Test
    void options_whose_order_means_something_stay_in_it() {
        QuestionBody sizes = new QuestionBody.SingleChoice(List.of(choice("a"), choice("b"), choice("c")), false);
        assertThat(Arrangement.of(sizes, ANY_KEY, new Random(3)).order(Arrangement.OPTIONS))
                .containsExactly("a", "b", "c");
    }

    @Test
    void an_ordering_tells_nothing_by_the_order_of_its_file() {
        QuestionBody.Ordering body = new QuestionBody.Ordering(List.of(choice("c"), choice("a"), choice("b")));
        assertThat(body.items()).extracting(Choice::id).containsExactly("a", "b", "c");
    }

    @Test
    void an_ordering_never_begins_in_its_right_order() {
        QuestionBody body = new QuestionBody.Ordering(List.of(choice("c"), choice("a"), choice("b")));
        AnswerKey key = new AnswerKey.Ordering(List.of("c", "a", "b"));
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            assertThat(Arrangement.of(body, key, random).order(Arrangement.ITEMS))
                    .containsExactlyInAnyOrder("a", "b", "c")
                    .isNotEqualTo(List.of("c", "a", "b"));
        }
    }

    @Test
    void tokens_are_places_in_the_order_shown() {
        Arrangement shown = new Arrangement(Map.of("options", List.of("c", "a", "b")));
        assertThat(shown.resolve(new Answer.SingleChoice("1"))).isEqualTo(new Answer.SingleChoice("c"));
        assertThat(shown.resolve(new Answer.MultipleChoice(Set.of("2", "3"))))
                .isEqualTo(new Answer.MultipleChoice(Set.of("a", "b")));
        assertThat(shown.token("options", "b")).isEqualTo("3");
    }

    @Test
    void pairs_are_named_by_places_on_both_sides() {
        Arrangement shown = new Arrangement(Map.of("left", List.of("a", "b"), "right", List.of("extra", "b", "a")));
        assertThat(shown.resolve(new Answer.Matching(Map.of("1", "3", "2", "1"))))
                .isEqualTo(new Answer.Matching(Map.of("a", "a", "b", "extra")));
        assertThat(Arrangement.of(MATCHING, ANY_KEY, new Random(1)).order("left"))
                .containsExactly("a", "b");
    }

    @Test
    void gaps_take_a_place_or_a_word_and_may_be_left_empty() {
        Arrangement shown = Arrangement.of(GAPS, ANY_KEY, new Random(1));
        String token = shown.token("gap.first", "y");
        assertThat(shown.resolve(new Answer.Gaps(Map.of("1", token, "2", "слово"))))
                .isEqualTo(new Answer.Gaps(Map.of("first", "y", "second", "слово")));
        assertThat(shown.resolve(new Answer.Gaps(Map.of("1", "", "2", "слово"))))
                .isEqualTo(new Answer.Gaps(Map.of("second", "слово")));
    }

    @Test
    void a_place_that_is_not_there_is_refused_with_its_field() {
        Arrangement shown = Arrangement.of(CHOICE, ANY_KEY, new Random(1));
        for (String token : List.of("0", "4", "-1", "a", "", "01", "99999999999")) {
            assertThatThrownBy(() -> shown.resolve(new Answer.SingleChoice(token)))
                    .as(token)
                    .isInstanceOfSatisfying(
                            MalformedAnswer.class, e -> assertThat(e.field()).isEqualTo("option"));
        }
    }

    @Test
    void an_order_names_every_item_once() {
        Arrangement shown = new Arrangement(Map.of("items", List.of("b", "a", "c")));
        assertThat(shown.resolve(new Answer.Ordering(List.of("2", "1", "3"))))
                .isEqualTo(new Answer.Ordering(List.of("a", "b", "c")));
        for (List<String> order : List.of(List.of("1", "2"), List.of("1", "1", "2"), List.of("1", "2", "3", "3"))) {
            assertThatThrownBy(() -> shown.resolve(new Answer.Ordering(order))).isInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void a_text_longer_than_a_page_is_refused() {
        Arrangement shown = new Arrangement(Map.of());
        assertThat(shown.resolve(new Answer.ShortText("слово"))).isEqualTo(new Answer.ShortText("слово"));
        assertThatThrownBy(() -> shown.resolve(new Answer.ShortText("а".repeat(501))))
                .isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> shown.resolve(new Answer.ShortText("а\0"))).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void things_to_sort_tell_nothing_by_the_order_of_their_file_and_groups_stay_in_it() {
        QuestionBody.Categorise body = new QuestionBody.Categorise(
                List.of(choice("tell"), choice("keep")), List.of(choice("c"), choice("a"), choice("b")));
        assertThat(body.items()).extracting(Choice::id).containsExactly("a", "b", "c");
        Arrangement shown = Arrangement.of(body, ANY_KEY, new Random(5));
        assertThat(shown.order(Arrangement.CATEGORIES)).containsExactly("tell", "keep");
        assertThat(shown.resolve(new Answer.Categorise(Map.of(shown.token("items", "c"), "2"))))
                .isEqualTo(new Answer.Categorise(Map.of("c", "keep")));
        assertThatThrownBy(() -> shown.resolve(new Answer.Categorise(Map.of("1", "3"))))
                .isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> shown.resolve(new Answer.Categorise(Map.of("4", "1"))))
                .isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void places_on_a_picture_keep_the_order_of_reading() {
        QuestionBody body = new QuestionBody.Hotspot(
                "0 0 10 10", List.of(SortingFixtures.region("z", 1), SortingFixtures.region("a", 5)), 1);
        Arrangement shown = Arrangement.of(body, ANY_KEY, new Random(1));
        assertThat(shown.resolve(new Answer.Hotspot(Set.of("1"))))
                .isEqualTo(new Answer.Hotspot(Set.of(QuizFixtures.id("z"))));
        assertThatThrownBy(() -> shown.resolve(new Answer.Hotspot(Set.of("3"))))
                .isInstanceOfSatisfying(
                        MalformedAnswer.class, e -> assertThat(e.field()).isEqualTo("regions"));
    }

    @Test
    void of_a_form_only_the_first_place_counts_where_one_is_asked_for() {
        List<QuestionBody.Region> regions = List.of(SortingFixtures.region("z", 1), SortingFixtures.region("a", 5));
        Map<String, List<String>> form = Map.of("regions", List.of("2", "1"));
        QuestionBody one = new QuestionBody.Hotspot("0 0 10 10", regions, 1);
        QuestionBody two = new QuestionBody.Hotspot("0 0 10 10", regions, 2);
        Arrangement shown = Arrangement.of(one, ANY_KEY, new Random(1));
        assertThat(Answers.ofForm(one, form, shown, List.of()).answer()).isEqualTo(new Answer.Hotspot(Set.of("2")));
        assertThat(Answers.ofForm(two, form, shown, List.of()).answer())
                .isEqualTo(new Answer.Hotspot(Set.of("1", "2")));
    }
}
