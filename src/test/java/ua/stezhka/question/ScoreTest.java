package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void three_questions_of_two_thirds_are_exactly_two_thirds() {
        Score mean = Score.mean(Collections.nCopies(3, new Score(2, 3)));
        assertThat(mean).isEqualTo(new Score(2, 3));
        assertThat(mean.reaches(66)).isTrue();
        assertThat(mean.reaches(67)).isFalse();
    }

    @Test
    void seven_of_ten_pass_at_seventy_per_cent() {
        List<Score> scores = new java.util.ArrayList<>(Collections.nCopies(7, Score.EVERYTHING));
        scores.addAll(Collections.nCopies(3, Score.NOTHING));
        assertThat(Score.mean(scores).reaches(70)).isTrue();
        assertThat(Score.mean(scores).reaches(71)).isFalse();
        assertThat(Score.mean(scores).percent()).isEqualTo(70);
        assertThat(Score.mean(scores).scaled()).isEqualByComparingTo("0.7");
    }

    @Test
    void a_per_cent_is_never_rounded_up_to_the_pass_mark() {
        assertThat(new Score(699, 1000).percent()).isEqualTo(69);
        assertThat(new Score(699, 1000).reaches(70)).isFalse();
    }

    @Test
    void nothing_more_than_possible_can_be_earned() {
        assertThatThrownBy(() -> new Score(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Score(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Score(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_questions_earn_nothing() {
        assertThat(Score.mean(List.of())).isEqualTo(Score.NOTHING);
    }

    @Test
    void full_and_nothing_are_told_apart_from_between() {
        assertThat(Score.EVERYTHING.isFull()).isTrue();
        assertThat(Score.NOTHING.isNothing()).isTrue();
        assertThat(new Score(1, 2).isFull()).isFalse();
        assertThat(new Score(1, 2).isNothing()).isFalse();
        assertThat(new Score(1, 2)).isGreaterThan(new Score(1, 3));
    }
}
