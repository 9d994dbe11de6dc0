package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GradingTest {
    private static final AnswerKey BOXES = new AnswerKey.MultipleChoice(Set.of("a", "b", "c"), Set.of("x", "y"));
    private static final AnswerKey PAIRS = new AnswerKey.Matching(Map.of("1", "a", "2", "b", "3", "c"));
    private static final AnswerKey.Categorise GROUPS =
            new AnswerKey.Categorise(Map.of("a", "tell", "b", "tell", "c", "tell", "x", "keep", "y", "keep"));
    private static final AnswerKey ORDER = new AnswerKey.Ordering(List.of("a", "b", "c", "d"));

    private static Score ticked(String... options) {
        return Grading.score(BOXES, new Answer.MultipleChoice(Set.of(options)));
    }

    private static Score paired(Map<String, String> pairs) {
        return Grading.score(PAIRS, new Answer.Matching(pairs));
    }

    private static Score grouped(Map<String, String> groups) {
        return Grading.score(GROUPS, new Answer.Categorise(groups));
    }

    private static Score ordered(String... items) {
        return Grading.score(ORDER, new Answer.Ordering(List.of(items)));
    }

    @Test
    void not_knowing_earns_nothing_and_costs_nothing() {
        assertThat(Grading.score(BOXES, null)).isEqualTo(Score.NOTHING);
        assertThat(Grading.score(ORDER, null)).isEqualTo(Score.NOTHING);
    }

    @Test
    void one_option_is_right_or_not() {
        AnswerKey key = new AnswerKey.SingleChoice("hang-up");
        assertThat(Grading.score(key, new Answer.SingleChoice("hang-up"))).isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.SingleChoice("give-code"))).isEqualTo(Score.NOTHING);
    }

    @Test
    void a_statement_is_so_or_not() {
        AnswerKey key = new AnswerKey.TrueFalse(false);
        assertThat(Grading.score(key, new Answer.TrueFalse(false))).isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.TrueFalse(true))).isEqualTo(Score.NOTHING);
    }

    @Test
    void all_right_boxes_and_no_other_earn_everything() {
        assertThat(ticked("a", "b", "c")).isEqualTo(Score.EVERYTHING);
    }

    @Test
    void ticking_every_box_earns_nothing() {
        assertThat(ticked("a", "b", "c", "x", "y")).isEqualTo(Score.NOTHING);
    }

    @Test
    void a_right_box_earns_its_share_and_a_wrong_one_takes_its_share_back() {
        assertThat(ticked("a", "b")).isEqualTo(new Score(2, 3));
        assertThat(ticked("a", "b", "c", "x")).isEqualTo(new Score(1, 2));
        assertThat(ticked("a", "x")).isEqualTo(Score.NOTHING);
        assertThat(ticked("x", "y")).isEqualTo(Score.NOTHING);
    }

    @Test
    void any_accepted_wording_in_either_language_is_right() {
        AnswerKey key = new AnswerKey.ShortText(
                new AnswerKey.Accepted(List.of("двофакторна", "подвійна"), List.of("two-factor")));
        assertThat(Grading.score(key, new Answer.ShortText(" Подвійна "))).isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.ShortText("two factor"))).isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.ShortText("потрійна"))).isEqualTo(Score.NOTHING);
        assertThat(Grading.score(key, new Answer.ShortText("  "))).isEqualTo(Score.NOTHING);
    }

    @Test
    void a_number_is_right_within_its_tolerance_and_however_it_is_written() {
        AnswerKey key = new AnswerKey.NumberEntry(new BigDecimal("1.5"), new BigDecimal("0.1"));
        for (String right : List.of("1,5", "1.5", "1,50 ГБ", "1,4", "1,6", "+1.5")) {
            assertThat(Grading.score(key, new Answer.NumberEntry(right)))
                    .as(right)
                    .isEqualTo(Score.EVERYTHING);
        }
        for (String other : List.of("1,39", "1,61", "-1,5", "півтора", "", "1,5 або 2")) {
            assertThat(Grading.score(key, new Answer.NumberEntry(other)))
                    .as(other)
                    .isEqualTo(Score.NOTHING);
        }
    }

    @Test
    void each_right_pair_earns_its_share() {
        assertThat(paired(Map.of("1", "a", "2", "b", "3", "c"))).isEqualTo(Score.EVERYTHING);
        assertThat(paired(Map.of("1", "a", "2", "c", "3", "b"))).isEqualTo(new Score(1, 3));
        assertThat(paired(Map.of("1", "a"))).isEqualTo(new Score(1, 3));
        assertThat(paired(Map.of())).isEqualTo(Score.NOTHING);
    }

    @Test
    void the_same_right_side_for_every_left_one_earns_nothing() {
        assertThat(paired(Map.of("1", "a", "2", "a", "3", "a"))).isEqualTo(Score.NOTHING);
        assertThat(paired(Map.of("1", "a", "2", "b", "3", "b"))).isEqualTo(new Score(1, 3));
    }

    @Test
    void an_order_earns_by_how_many_items_stand_right_to_each_other() {
        assertThat(ordered("a", "b", "c", "d")).isEqualTo(Score.EVERYTHING);
        assertThat(ordered("a", "c", "b", "d")).isEqualTo(new Score(2, 3));
        assertThat(ordered("b", "c", "d", "a")).isEqualTo(Score.NOTHING);
        assertThat(ordered("d", "c", "b", "a")).isEqualTo(Score.NOTHING);
    }

    @Test
    void an_order_without_all_items_earns_nothing() {
        assertThat(ordered("a", "b", "c")).isEqualTo(Score.NOTHING);
        assertThat(ordered("a", "b", "c", "c")).isEqualTo(Score.NOTHING);
    }

    @Test
    void each_right_gap_earns_its_share_typed_or_chosen() {
        AnswerKey key = new AnswerKey.Gaps(Map.of(
                "length", new AnswerKey.Chosen("long"),
                "word", new AnswerKey.Typed(new AnswerKey.Accepted(List.of("пароль"), List.of()))));
        assertThat(Grading.score(key, new Answer.Gaps(Map.of("length", "long", "word", "Пароль"))))
                .isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.Gaps(Map.of("word", "пароль"))))
                .isEqualTo(new Score(1, 2));
        assertThat(Grading.score(key, new Answer.Gaps(Map.of("length", "пароль", "word", "long"))))
                .isEqualTo(Score.NOTHING);
    }

    @Test
    void where_only_the_whole_answer_counts_a_part_earns_nothing() {
        AnswerKey key = new AnswerKey.MultipleChoice(Set.of("a", "b"), Set.of("x"), true);
        assertThat(Grading.score(key, new Answer.MultipleChoice(Set.of("a", "b"))))
                .isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.MultipleChoice(Set.of("a")))).isEqualTo(Score.NOTHING);
        assertThat(Grading.score(key, new Answer.MultipleChoice(Set.of("a", "b", "x"))))
                .isEqualTo(Score.NOTHING);
    }

    @Test
    void everything_in_its_group_earns_everything() {
        assertThat(grouped(GROUPS.groups())).isEqualTo(Score.EVERYTHING);
    }

    @Test
    void everything_in_one_group_earns_nothing() {
        for (String group : List.of("tell", "keep")) {
            Map<String, String> all = new HashMap<>();
            GROUPS.groups().keySet().forEach(item -> all.put(item, group));
            assertThat(grouped(all)).as(group).isEqualTo(Score.NOTHING);
        }
    }

    @Test
    void an_item_in_a_wrong_group_costs_both_groups_and_one_left_out_only_its_own() {
        // Three lie rightly in «tell» and one of the two others beside them; in «keep» lies one of two.
        assertThat(grouped(Map.of("a", "tell", "b", "tell", "c", "tell", "x", "tell", "y", "keep")))
                .isEqualTo(new Score(1, 2));
        assertThat(grouped(Map.of("a", "tell", "b", "tell", "c", "tell", "y", "keep")))
                .isEqualTo(new Score(3, 4));
        assertThat(grouped(Map.of("x", "keep", "y", "keep"))).isEqualTo(new Score(1, 2));
        assertThat(grouped(Map.of())).isEqualTo(Score.NOTHING);
    }

    @Test
    void everything_in_the_group_of_the_others_earns_nothing() {
        assertThat(grouped(Map.of("a", "keep", "b", "keep", "c", "keep", "x", "tell", "y", "tell")))
                .isEqualTo(Score.NOTHING);
    }

    @Test
    void one_place_is_the_right_one_or_not() {
        AnswerKey key = new AnswerKey.Hotspot(Set.of("address"), Set.of("padlock", "button"));
        assertThat(Grading.score(key, new Answer.Hotspot(Set.of("address")))).isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(key, new Answer.Hotspot(Set.of("padlock")))).isEqualTo(Score.NOTHING);
    }

    @Test
    void several_places_earn_their_shares_and_all_of_them_nothing() {
        AnswerKey key = new AnswerKey.Hotspot(Set.of("a", "b"), Set.of("x", "y"));
        assertThat(Grading.score(key, new Answer.Hotspot(Set.of("a")))).isEqualTo(new Score(1, 2));
        assertThat(Grading.score(key, new Answer.Hotspot(Set.of("a", "b", "x", "y"))))
                .isEqualTo(Score.NOTHING);
    }

    @Test
    void behind_a_number_stands_its_unit_or_nothing() {
        AnswerKey key = new AnswerKey.NumberEntry(new BigDecimal("650"), BigDecimal.ZERO, List.of("грн", "UAH"));
        for (String right : List.of("650", "650 грн", "650грн.", "650 ГРН", "650 uah", "650,00 грн")) {
            assertThat(Grading.score(key, new Answer.NumberEntry(right)))
                    .as(right)
                    .isEqualTo(Score.EVERYTHING);
        }
        for (String other : List.of("650 євро", "650 км", "650 грам")) {
            assertThat(Grading.score(key, new Answer.NumberEntry(other)))
                    .as(other)
                    .isEqualTo(Score.NOTHING);
        }
    }

    @Test
    void a_slip_of_the_pen_is_forgiven_only_where_the_question_says_so() {
        AnswerKey.Accepted strict = new AnswerKey.Accepted(List.of("контакт"), List.of());
        AnswerKey.Accepted kind = new AnswerKey.Accepted(List.of("контакт"), List.of(), true, List.of("контракт"));
        assertThat(Grading.score(new AnswerKey.ShortText(strict), new Answer.ShortText("кантакт")))
                .isEqualTo(Score.NOTHING);
        assertThat(Grading.score(new AnswerKey.ShortText(kind), new Answer.ShortText("кантакт")))
                .isEqualTo(Score.EVERYTHING);
        assertThat(Grading.score(new AnswerKey.ShortText(kind), new Answer.ShortText("контракт")))
                .isEqualTo(Score.NOTHING);
        AnswerKey gaps = new AnswerKey.Gaps(Map.of("word", new AnswerKey.Typed(kind)));
        assertThat(Grading.score(gaps, new Answer.Gaps(Map.of("word", "контатк"))))
                .isEqualTo(Score.EVERYTHING);
    }

    @Test
    void a_step_of_a_rehearsal_is_whole_at_once_half_when_found_and_nothing_when_shown() {
        AnswerKey key = new AnswerKey.Rehearsal(List.of(
                new AnswerKey.RightPress("one", "a", null),
                new AnswerKey.RightPress("two", "b", null),
                new AnswerKey.RightPress("three", "c", null),
                new AnswerKey.RightPress("four", "name", new AnswerKey.Accepted(List.of("Олена"), List.of("Olena")))));
        Answer.Press atOnce = new Answer.Press("one", "a", null);
        Answer.Press other = new Answer.Press("two", "x", null);
        Answer.Press found = new Answer.Press("two", "b", null);
        Answer.Press shown = new Answer.Press("three", null, null);
        Answer.Press typed = new Answer.Press("four", "name", "олена");
        assertThat(Grading.score(key, new Answer.Rehearsal(List.of(atOnce)))).isEqualTo(new Score(1, 4));
        assertThat(Grading.score(key, new Answer.Rehearsal(List.of(atOnce, other))))
                .isEqualTo(new Score(1, 4));
        assertThat(Grading.score(key, new Answer.Rehearsal(List.of(atOnce, other, found))))
                .isEqualTo(new Score(3, 8));
        assertThat(Grading.score(key, new Answer.Rehearsal(List.of(atOnce, other, found, shown, typed))))
                .isEqualTo(new Score(5, 8));
        assertThat(Grading.score(key, new Answer.Rehearsal(List.of(new Answer.Press("four", "name", "Ольга")))))
                .isEqualTo(Score.NOTHING);
    }

    @Test
    void an_answer_of_another_type_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> Grading.score(BOXES, new Answer.TrueFalse(true)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
