package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A rehearsal is worth the share of its steps: whole at once, half when found later, nothing when shown. */
class RehearsalGradingProperties {
    private static final String RIGHT = "right";

    private static AnswerKey.Rehearsal key(int steps) {
        return new AnswerKey.Rehearsal(IntStream.range(0, steps)
                .mapToObj(i -> new AnswerKey.RightPress("step-" + i, RIGHT, null))
                .toList());
    }

    private static Answer.Press press(int step, String part) {
        return new Answer.Press("step-" + step, part, null);
    }

    private static Score score(AnswerKey key, List<Answer.Press> presses) {
        return Grading.score(key, new Answer.Rehearsal(presses));
    }

    /** Presses as a person makes them: some wrong ones at each step, then the right one or «show me»; ends anywhere. */
    private static List<Answer.Press> walk(int steps, Random random) {
        List<Answer.Press> presses = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            for (int wrong = random.nextInt(3); wrong > 0; wrong--) {
                presses.add(press(step, "wrong-" + wrong));
            }
            if (random.nextInt(6) == 0) {
                return presses;
            }
            presses.add(random.nextInt(4) == 0 ? new Answer.Press("step-" + step, null, null) : press(step, RIGHT));
        }
        return presses;
    }

    @Example
    void right_at_once_is_whole_found_is_half_and_shown_is_nothing() {
        AnswerKey key = key(1);
        assertThat(score(key, List.of(press(0, RIGHT)))).isEqualTo(Score.EVERYTHING);
        assertThat(score(key, List.of(press(0, "other"), press(0, "another"), press(0, RIGHT))))
                .isEqualTo(new Score(1, 2));
        assertThat(score(key, List.of(press(0, "other")))).isEqualTo(Score.NOTHING);
        assertThat(score(key, List.of(press(0, "other"), new Answer.Press("step-0", null, null))))
                .isEqualTo(Score.NOTHING);
    }

    @Example
    void a_walk_is_solved_when_every_step_is_found_and_over_also_when_some_were_shown() {
        AnswerKey.Rehearsal key = key(2);
        Answer.Press shown = new Answer.Press("step-1", null, null);
        Walkthrough half = Walkthrough.of(key, List.of(press(0, RIGHT), press(1, "other")));
        Walkthrough found = Walkthrough.of(key, List.of(press(0, RIGHT), press(1, "other"), press(1, RIGHT)));
        Walkthrough seen = Walkthrough.of(key, List.of(press(0, RIGHT), shown));
        assertThat(half.finished()).isFalse();
        assertThat(half.solved()).isFalse();
        assertThat(found.finished()).isTrue();
        assertThat(found.solved()).isTrue();
        assertThat(seen.finished()).isTrue();
        assertThat(seen.solved()).isFalse();
    }

    @Example
    void what_is_typed_counts_by_its_wording_and_only_in_its_field() {
        AnswerKey key = new AnswerKey.Rehearsal(List.of(new AnswerKey.RightPress(
                "step-0", "name", new AnswerKey.Accepted(List.of("Олена"), List.of("Olena")))));
        assertThat(score(key, List.of(new Answer.Press("step-0", "name", " ОЛЕНА. "))))
                .isEqualTo(Score.EVERYTHING);
        assertThat(score(key, List.of(new Answer.Press("step-0", "name", "Olena"))))
                .isEqualTo(Score.EVERYTHING);
        assertThat(score(key, List.of(new Answer.Press("step-0", "name", "Ольга"))))
                .isEqualTo(Score.NOTHING);
        assertThat(score(key, List.of(new Answer.Press("step-0", "name", null))))
                .isEqualTo(Score.NOTHING);
        assertThat(score(key, List.of(new Answer.Press("step-0", "other", "Олена"))))
                .isEqualTo(Score.NOTHING);
    }

    @Property
    void every_walk_is_possible_and_its_score_in_range(
            @ForAll @IntRange(min = 2, max = 8) int steps, @ForAll Random random) {
        List<Answer.Press> presses = walk(steps, random);
        assertThat(Walkthrough.possible(key(steps), presses)).isTrue();
        Score score = score(key(steps), presses);
        assertThat(score.percent()).isBetween(0, 100);
    }

    @Property
    void one_wrong_press_less_never_lowers_the_score(
            @ForAll @IntRange(min = 2, max = 8) int steps, @ForAll Random random) {
        List<Answer.Press> presses = walk(steps, random);
        Score before = score(key(steps), presses);
        for (int i = 0; i < presses.size(); i++) {
            if (presses.get(i).part() != null && !presses.get(i).part().equals(RIGHT)) {
                List<Answer.Press> fewer = new ArrayList<>(presses);
                fewer.remove(i);
                assertThat(score(key(steps), fewer)).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Property
    void doing_a_step_instead_of_being_shown_it_never_lowers_the_score(
            @ForAll @IntRange(min = 2, max = 8) int steps, @ForAll Random random) {
        List<Answer.Press> presses = walk(steps, random);
        Score before = score(key(steps), presses);
        List<Answer.Press> done = presses.stream()
                .map(press -> press.part() == null ? new Answer.Press(press.step(), RIGHT, null) : press)
                .toList();
        assertThat(score(key(steps), done)).isGreaterThanOrEqualTo(before);
    }

    @Property
    void a_press_at_another_step_than_the_open_one_is_impossible(
            @ForAll @IntRange(min = 2, max = 8) int steps, @ForAll Random random) {
        List<Answer.Press> presses = walk(steps, random);
        int open = Walkthrough.of(key(steps), presses).at();
        for (int step = 0; step < steps; step++) {
            List<Answer.Press> more = new ArrayList<>(presses);
            more.add(press(step, RIGHT));
            assertThat(Walkthrough.possible(key(steps), more)).isEqualTo(step == open);
        }
        List<Answer.Press> backwards = new ArrayList<>(presses);
        Collections.reverse(backwards);
        assertThat(score(key(steps), backwards).percent()).isBetween(0, 100);
    }
}
