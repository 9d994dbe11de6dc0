package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.TestDatabase;

/** Whatever somebody does to the audit trail past the product is found. Source: ASVS 5.0, 16.4.2. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AuditChainTest {
    private static final int ENTRIES = 6;

    @Inject
    AuditTrail audit;

    @Inject
    AgroalDataSource database;

    private long last;

    @BeforeEach
    void some_entries() throws SQLException {
        for (int i = 0; i < ENTRIES; i++) {
            audit.note(AuditNote.of("account.tried").with("number", Integer.toString(i)));
        }
        last = after("select 1").right();
    }

    /** What the check finds after this was done by somebody who may do everything; it is undone again. */
    private AuditChain.Verdict after(String... tampering) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table account.audit_entry disable trigger audit_is_append_only");
                for (String sql : tampering) {
                    statement.execute(sql.replace("$last", Long.toString(last)));
                }
                return AuditChain.of(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void an_untouched_trail_is_whole() throws SQLException {
        assertThat(after("select 1").whole()).isTrue();
        assertThat(after("select 1").right()).isGreaterThanOrEqualTo(ENTRIES);
    }

    @Test
    void a_changed_entry_is_found() throws SQLException {
        for (String change : new String[] {
            "action = 'account.nothing'",
            "noted_at = noted_at + interval '1 microsecond'",
            "by_actor = gen_random_uuid()",
            "about_actor = gen_random_uuid()",
            "network = '192.0.2.0/24'",
            "details = details || '{\"number\": \"99\"}'",
            "details = '{}'",
            "hash = sha256('x')"
        }) {
            assertThat(after("update account.audit_entry set " + change + " where number = $last - 3"))
                    .as(change)
                    .isEqualTo(new AuditChain.Verdict(last - 4, last - 3, ""));
        }
    }

    @Test
    void an_entry_taken_from_the_middle_is_found() throws SQLException {
        assertThat(after("delete from account.audit_entry where number = $last - 2")
                        .firstWrong())
                .isEqualTo(last - 2);
    }

    @Test
    void entries_taken_from_the_middle_and_numbered_anew_are_found() throws SQLException {
        assertThat(after(
                                "delete from account.audit_entry where number = $last - 2",
                                "update account.audit_entry set number = number - 1 where number > $last - 2",
                                "update account.audit_head set number = number - 1")
                        .firstWrong())
                .isEqualTo(last - 2);
    }

    @Test
    void an_entry_taken_from_the_end_is_found_by_the_head() throws SQLException {
        assertThat(after("delete from account.audit_entry where number = $last"))
                .isEqualTo(new AuditChain.Verdict(last - 1, last, ""));
        assertThat(after(
                                "delete from account.audit_entry where number = $last",
                                "update account.audit_head set number = number - 1")
                        .whole())
                .as("the head is wound back, but not its hash")
                .isFalse();
    }

    @Test
    void two_swapped_entries_are_found() throws SQLException {
        assertThat(after(
                                "update account.audit_entry set number = 1000000000 where number = $last - 3",
                                "update account.audit_entry set number = $last - 3 where number = $last - 2",
                                "update account.audit_entry set number = $last - 2 where number = 1000000000")
                        .firstWrong())
                .isEqualTo(last - 3);
    }

    @Test
    void an_entry_put_in_at_the_end_is_found() throws SQLException {
        assertThat(after("""
                        insert into account.audit_entry
                        select number + 1, noted_at, action, by_actor, about_actor, network, details, hash, hash
                        from account.audit_entry where number = $last""").firstWrong()).isEqualTo(last + 1);
    }

    @Test
    void everything_taken_is_found() throws SQLException {
        assertThat(after("delete from account.audit_entry").firstWrong()).isEqualTo(1);
    }
}
