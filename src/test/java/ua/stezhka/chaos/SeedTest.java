package ua.stezhka.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a seed decides, it decides again. */
class SeedTest {
    private static final List<Fault> ALL = List.of(Fault.values());

    @Test
    void the_same_seed_gives_the_same_faults_and_another_seed_others() {
        List<Fault> plan = Fault.plan(ALL, new Random(5), 3);

        assertThat(Fault.plan(ALL, new Random(5), 3)).isEqualTo(plan);
        assertThat(Fault.plan(ALL, new Random(6), 3)).isNotEqualTo(plan);
        assertThat(plan.subList(0, plan.size() / 3)).containsAll(ALL);
    }

    @Test
    void the_same_request_meets_the_same_trouble() {
        assertThat(deeds(new Mischief(5))).isEqualTo(deeds(new Mischief(5))).isNotEqualTo(deeds(new Mischief(6)));
    }

    @Test
    void most_requests_pass_and_each_kind_of_trouble_happens() {
        List<Mischief.Deed> deeds =
                deeds(new Mischief(7)).stream().map(Mischief.Done::deed).toList();

        assertThat(deeds).contains(Mischief.Deed.values());
        assertThat(deeds.stream().filter(deed -> deed == Mischief.Deed.PASS).count())
                .isBetween(1800L, 1950L);
    }

    @Test
    void nothing_happens_to_the_last_answers() {
        Mischief mischief = new Mischief(7);
        mischief.end();

        assertThat(deeds(mischief)).allMatch(done -> done.deed() == Mischief.Deed.PASS);
    }

    private static List<Mischief.Done> deeds(Mischief mischief) {
        return IntStream.range(0, 2000)
                .mapToObj(number -> mischief.to("3/" + number + "/1"))
                .toList();
    }
}
