package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;

class AttemptLogProperties {
    @Property
    void a_log_in_any_order_and_with_lines_told_twice_gives_one_state(
            @ForAll @IntRange(min = 1, max = 5) int questions,
            @ForAll @IntRange(min = 0, max = 8) int saves,
            @ForAll Random random) {
        List<AttemptLog.Line> log = new ArrayList<>();
        for (int position = 1; position <= questions; position++) {
            for (int revision = 1; revision <= saves; revision++) {
                Given given =
                        switch (random.nextInt(3)) {
                            case 0 -> Given.CLEARED;
                            case 1 -> Given.UNKNOWN;
                            default -> Given.of(new Answer.ShortText("слово " + random.nextInt()));
                        };
                log.add(new AttemptLog.Line(position, revision, given));
            }
        }
        List<AttemptLog.Line> replayed = new ArrayList<>(log);
        replayed.addAll(log);
        replayed.addAll(log);
        Collections.shuffle(replayed, random);
        assertThat(AttemptLog.latest(replayed)).isEqualTo(AttemptLog.latest(log));
        assertThat(AttemptLog.latest(log).values()).allMatch(line -> line.revision() == saves);
    }
}
