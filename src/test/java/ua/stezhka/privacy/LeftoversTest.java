package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class LeftoversTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Retention retention;

    private final HandClock clock = new HandClock();

    @Test
    void links_invitations_letters_tokens_and_drafts_go_when_they_are_of_no_use() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        leave(person, Duration.ofDays(32));
        leave(person, Duration.ofMinutes(5));
        List<String> tables = List.of(
                "account.email_link where person_id = :id",
                "people.invitation where invited_by = :id",
                "platform.letter where key like 'trial/' || cast(:id as text) || '%'",
                "identity.vouched_arrival where subject = cast(:id as text)");
        assertThat(tables).allSatisfy(table -> assertThat(rows(table, person)).isEqualTo(2));

        List.of(RetentionRule.LINKS, RetentionRule.INVITATIONS, RetentionRule.LETTERS, RetentionRule.DRAFTS)
                .forEach(rule -> assertThat(retention.run(rule, clock.instant()))
                        .as(rule.key())
                        .isPositive());

        assertThat(tables)
                .allSatisfy(table -> assertThat(rows(table, person)).as(table).isEqualTo(1));
    }

    @Test
    void a_letter_that_came_too_late_is_forgotten_with_its_address() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        run("""
                insert into platform.letter (id, key, template, language, recipient, content, written_at, useless_at, due_at)
                values (gen_random_uuid(), 'trial/' || cast(:id as text), 'platform/trial', 'uk', 'late@example.com', '{}', :then, :then, :then)""", person, Duration.ofMinutes(1));

        retention.run(RetentionRule.LETTERS, clock.instant());

        assertThat(rows(
                        "platform.letter where recipient = 'late@example.com' and key = 'trial/' || cast(:id as text)",
                        person))
                .isZero();
    }

    private void leave(UUID person, Duration ago) {
        run("""
                insert into account.email_link (secret_hash, person_id, purpose, email_key, made_at, expires_at)
                values (sha256(cast(cast(gen_random_uuid() as text) as bytea)), :id, 'sign_in', 'a@example.com', :then, :then)""", person, ago);
        run("""
                insert into people.invitation (id, code_hash, name, login_name, email, grants, invited_at, invited_by, expires_at)
                values (gen_random_uuid(), sha256(cast(cast(gen_random_uuid() as text) as bytea)), 'Хтось', '', 'a@example.com', array[]::text[],
                        :then, :id, :then)""", person, ago);
        run("""
                insert into platform.letter (id, key, template, language, written_at, useless_at, due_at, sent_at)
                values (gen_random_uuid(), 'trial/' || cast(:id as text) || gen_random_uuid(), 'platform/trial', 'uk', :then, :then, :then, :then)""", person, ago);
        run("""
                insert into identity.vouched_arrival (id, secret_hash, issuer, subject, name, next, arrived_at)
                values (gen_random_uuid(), sha256(cast(cast(gen_random_uuid() as text) as bytea)), 'https://vouch.example', cast(:id as text), 'Хтось',
                        '/', :then)""", person, ago);
    }

    private void run(String sql, UUID person, Duration ago) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("id", person)
                .bind("then", clock.instant().minus(ago))
                .execute());
    }

    private int rows(String where, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from <where>")
                .define("where", where)
                .bind("id", person)
                .mapTo(Integer.class)
                .one());
    }
}
