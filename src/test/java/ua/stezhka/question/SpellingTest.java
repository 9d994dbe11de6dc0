package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final int FAR = 100;

    @Test
    void short_words_bear_no_slip_longer_ones_one_and_long_ones_two() {
        assertThat(Spelling.slipsIn(4)).isZero();
        assertThat(Spelling.slipsIn(5)).isEqualTo(1);
        assertThat(Spelling.slipsIn(9)).isEqualTo(1);
        assertThat(Spelling.slipsIn(10)).isEqualTo(2);
        assertThat(Spelling.slipsIn(200)).isEqualTo(2);
    }

    @Test
    void a_letter_added_left_out_exchanged_or_swapped_is_one_slip() {
        for (String typed : new String[] {"закладкка", "закадка", "зокладка", "закалдка"}) {
            assertThat(Spelling.distance(typed, "закладка", FAR)).as(typed).isEqualTo(1);
        }
        assertThat(Spelling.distance("закладка", "закладка", FAR)).isZero();
        assertThat(Spelling.distance("зокалдка", "закладка", FAR)).isEqualTo(2);
        assertThat(Spelling.distance("", "так", FAR)).isEqualTo(3);
    }

    @Test
    void no_part_of_a_word_is_changed_twice() {
        // By swapping and then adding between it would be two: the optimal string alignment does not do that.
        assertThat(Spelling.distance("ca", "abc", FAR)).isEqualTo(3);
    }

    @Property
    void it_is_the_same_in_both_directions_and_nothing_only_for_the_same(
            @ForAll @StringLength(max = 12) @CharRange(from = 'а', to = 'г') String one,
            @ForAll @StringLength(max = 12) @CharRange(from = 'а', to = 'г') String other) {
        int distance = Spelling.distance(one, other, FAR);
        assertThat(Spelling.distance(other, one, FAR)).isEqualTo(distance);
        assertThat(distance == 0).isEqualTo(one.equals(other));
        assertThat(distance).isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
    }

    @Property
    void a_bound_changes_nothing_below_it(
            @ForAll @StringLength(max = 12) @CharRange(from = 'а', to = 'г') String one,
            @ForAll @StringLength(max = 12) @CharRange(from = 'а', to = 'г') String other,
            @ForAll @IntRange(max = 3) int most) {
        assertThat(Spelling.distance(one, other, most))
                .isEqualTo(Math.min(Spelling.distance(one, other, FAR), most + 1));
    }

    @Property
    void one_slip_anywhere_is_at_most_one(
            @ForAll @StringLength(min = 2, max = 20) @CharRange(from = 'а', to = 'я') String word,
            @ForAll Random random) {
        int place = random.nextInt(word.length() - 1);
        StringBuilder slipped = new StringBuilder(word);
        switch (random.nextInt(4)) {
            case 0 -> slipped.deleteCharAt(place);
            case 1 -> slipped.insert(place, 'ж');
            case 2 -> slipped.setCharAt(place, 'ж');
            default -> slipped.replace(place, place + 2, "" + word.charAt(place + 1) + word.charAt(place));
        }
        assertThat(Spelling.distance(slipped.toString(), word, FAR)).isLessThanOrEqualTo(1);
    }
}
