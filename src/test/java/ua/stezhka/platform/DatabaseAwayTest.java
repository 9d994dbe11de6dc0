package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures of the database pass by themselves. */
class DatabaseAwayTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "40001", "40P01", "55P03"})
    void a_lost_full_or_starting_database_comes_back(String state) {
        assertThat(DatabaseAway.reason(new IllegalStateException(new SQLException("gone", state))))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22001", "XX000"})
    void a_statement_that_is_wrong_stays_wrong(String state) {
        assertThat(DatabaseAway.reason(new IllegalStateException(new SQLException("wrong", state))))
                .isEmpty();
    }

    @Test
    void a_pool_that_ran_out_of_time_is_no_fault_of_the_program() {
        assertThat(DatabaseAway.reason(new SQLException("Acquisition timeout", new TimeoutException())))
                .isPresent();
        assertThat(DatabaseAway.reason(new ConnectionException(new SQLException("Sorry, acquisition timeout!"))))
                .isPresent();
        assertThat(DatabaseAway.reason(new SQLException("something else"))).isEmpty();
    }

    @Test
    void a_commit_that_failed_is_found_beside_the_exception_of_its_transaction() {
        XAException commit = new XAException("commit");
        commit.initCause(new SQLException("sending to the backend", "08006", new EOFException()));
        IllegalStateException transaction = new IllegalStateException("could not commit");
        transaction.addSuppressed(commit);

        assertThat(DatabaseAway.reason(new IllegalStateException(transaction))).isPresent();
    }

    @Test
    void causes_in_a_circle_come_to_an_end() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(DatabaseAway.reason(one)).isEmpty();
    }
}
