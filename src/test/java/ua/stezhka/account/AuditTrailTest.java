package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AuditTrailTest {
    @Inject
    AuditTrail audit;

    @Inject
    Jdbi jdbi;

    @Test
    void entries_written_at_once_stand_one_after_another_without_gaps() throws Exception {
        UUID person = TestPeople.idOf(TestPeople.learner());
        long before = last();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> notes = IntStream.range(0, 20)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        audit.note(AuditNote.of("account.tried").by(person).with("number", String.valueOf(number)));
                        return null;
                    })
                    .toList();
            for (var done : together.invokeAll(notes)) {
                done.get();
            }
        }

        assertThat(last()).isEqualTo(before + 20);
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("""
                        select count(*) from account.audit_entry a
                        left join account.audit_entry b on b.number = a.number - 1
                        where a.previous_hash <> coalesce(b.hash, decode(repeat('00', 32), 'hex'))""").mapTo(Long.class).one()))
                .isZero();
    }

    @Test
    void nobody_changes_or_removes_an_entry() {
        audit.note(AuditNote.of("account.tried"));

        for (String sql : List.of(
                "update account.audit_entry set action = 'account.nothing'",
                "delete from account.audit_entry",
                "truncate account.audit_entry")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void signing_in_is_noted_with_the_network_and_without_the_device() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        audit.note(AuditNote.of("account.tried").about(person));

        assertThat(Network.of("192.0.2.77")).isEqualTo("192.0.2.0/24");
        assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:0:0:0:0:0/48");
    }

    private long last() {
        return jdbi.withHandle(handle -> handle.createQuery("select number from account.audit_head")
                .mapTo(Long.class)
                .one());
    }
}
