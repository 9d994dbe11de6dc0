package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2026-11-26T10:00:00Z");

    private long nanos = 7_000_000_000L;
    private Instant database = NOON;
    private Duration way = Duration.ZERO;
    private boolean away;
    private final DatabaseClock clock = new DatabaseClock(this::answer, () -> nanos);

    private Instant answer() throws SQLException {
        if (away) {
            throw new SQLException("away");
        }
        pass(way.dividedBy(2));
        Instant time = database;
        pass(way.dividedBy(2));
        return time;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        database = database.plus(time);
    }

    @Test
    void it_is_the_database_s_time_whatever_the_clock_of_the_node_says() {
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void the_way_of_the_answer_is_taken_into_account() {
        way = Duration.ofMillis(80);
        clock.ask();
        assertThat(clock.instant()).isEqualTo(database);
    }

    @Test
    void a_database_whose_clock_was_set_is_followed_and_a_few_milliseconds_are_not() {
        clock.ask();
        database = database.plusMillis(15);
        clock.ask();
        assertThat(clock.instant()).as("never back and forth").isEqualTo(NOON);
        database = NOON.minus(Duration.ofMinutes(10));
        clock.ask();
        assertThat(clock.instant()).isEqualTo(database);
    }

    @Test
    void an_answer_that_was_long_on_its_way_changes_nothing() {
        clock.ask();
        Instant right = database.plusSeconds(30);
        database = database.plusSeconds(5);
        way = Duration.ofSeconds(30);
        clock.ask();
        assertThat(clock.instant()).isEqualTo(right);
    }

    @Test
    void while_the_database_is_away_time_goes_on() {
        clock.ask();
        away = true;
        pass(Duration.ofMinutes(2));
        clock.ask();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void in_another_zone_it_is_the_same_moment() {
        ZoneId kyiv = ZoneId.of("Europe/Kyiv");
        Clock local = clock.withZone(kyiv);
        pass(Duration.ofSeconds(5));
        assertThat(local.getZone()).isEqualTo(kyiv);
        assertThat(local.instant()).isEqualTo(clock.instant());
    }

    @Test
    void before_the_first_answer_the_node_s_own_clock_has_to_do() {
        away = true;
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        away = false;
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
