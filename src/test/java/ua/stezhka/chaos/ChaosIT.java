package ua.stezhka.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short run of scripts/chaos on the packaged product. */
class ChaosIT {
    private static final Path WORK = Path.of("target/chaos-test").toAbsolutePath();

    @Test
    void no_acknowledged_answer_is_lost_when_a_node_and_the_database_are_killed() throws Exception {
        Options options = new Options(
                20_261_125,
                30,
                24,
                new double[] {0.3, 1},
                List.of(Fault.KILL_NODE, Fault.KILL_DATABASE, Fault.DATABASE_CUT),
                20,
                "",
                true,
                WORK);

        assertThat(Chaos.run(options)).isEmpty();
    }
}
