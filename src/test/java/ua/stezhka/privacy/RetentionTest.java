package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RetentionTest {
    private static final long LOCK = 0x72657461696eL;

    @Inject
    Retention retention;

    @Inject
    Jdbi jdbi;

    @Inject
    Letters letters;

    private final HandClock clock = new HandClock();

    /** Stands for the mail that warns. */
    @ApplicationScoped
    static class Letters {
        private final List<InactivityWarned> sent = new CopyOnWriteArrayList<>();

        void warn(@Observes InactivityWarned warned) {
            sent.add(warned);
        }

        boolean wentTo(UUID person) {
            return sent.stream().anyMatch(letter -> letter.personId().equals(person));
        }
    }

    @Test
    void a_guest_who_does_not_come_back_is_forgotten() {
        UUID gone = guest();
        UUID fresh = guest();
        lastSeen(gone, Duration.ofDays(402));

        retention.run(RetentionRule.GUESTS, clock.instant());

        assertThat(exists(gone)).isFalse();
        assertThat(exists(fresh)).isTrue();
    }

    @Test
    void somebody_with_a_card_is_no_guest_and_stays_as_long_as_an_account() {
        UUID helped = guest();
        UUID carrier = guest();
        run("""
                insert into desk.assisted_record (person_id, scope_kind, made_at, made_by, consent)
                values (:id, 'everywhere', :then, :id, 'said-1')""", helped, Duration.ofDays(1100));
        run("""
                insert into desk.access_card (id, person_id, code, pin_hash, made_at, made_by, expires_at)
                values (gen_random_uuid(), :id, upper(substr(md5(cast(:id as text)), 1, 12)), '$argon2id$', :then, :id,
                        cast(:then as timestamptz) + interval '730 days')""", carrier, Duration.ofDays(1100));
        lastSeen(helped, Duration.ofDays(1094));
        lastSeen(carrier, Duration.ofDays(1098));

        retention.run(RetentionRule.GUESTS, clock.instant());
        retention.run(RetentionRule.ASSISTED, clock.instant());
        assertThat(exists(helped)).as("came a day less ago").isTrue();
        assertThat(exists(carrier)).as("the card ended a year ago").isTrue();

        lastSeen(helped, Duration.ofDays(1097));
        run(
                "update desk.access_card set made_at = '2019-01-01', expires_at = :then where person_id = :id",
                carrier,
                Duration.ofDays(1096));
        retention.run(RetentionRule.ASSISTED, clock.instant());
        assertThat(exists(helped)).isFalse();
        assertThat(exists(carrier)).isFalse();
    }

    @Test
    void refresh_tokens_stay_while_their_session_lives() {
        UUID ended = TestPeople.idOf(TestPeople.learner());
        UUID living = TestPeople.idOf(TestPeople.learner());
        run("update account.session set ended_at = :then where person_id = :id", ended, Duration.ofHours(25));
        String tokens =
                "account.refresh_token where session_id in (select id from account.session where person_id = :id)";
        assertThat(rows(tokens, ended)).isPositive();

        retention.run(RetentionRule.REFRESH_TOKENS, clock.instant());

        assertThat(rows(tokens, ended)).isZero();
        assertThat(rows(tokens, living)).isPositive();
    }

    @Test
    void old_sessions_of_help_go_and_the_help_stays_told() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        TestPeople.session(person);
        run("""
                insert into desk.help (id, person_id, helper_id, helper_role, scope_kind, begun_at, ends_at, session_id, helper_session_id)
                select gen_random_uuid(), :id, :id, 'desk_operator', 'everywhere', :then, :then, min(id::text)::uuid, min(id::text)::uuid
                from account.session where person_id = :id""", person, Duration.ofDays(200));
        lastSeen(person, Duration.ofDays(200));

        retention.run(RetentionRule.SESSIONS, clock.instant());

        assertThat(count("account.session", person)).isEqualTo(1);
        assertThat(count("desk.help", person)).isEqualTo(1);
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

    @Test
    void an_unused_account_is_warned_and_erased_only_when_nobody_comes() {
        TestBrowser returning = TestPeople.learner();
        UUID back = TestPeople.idOf(returning);
        UUID gone = TestPeople.idOf(TestPeople.learner());
        UUID staff = TestPeople.idOf(TestPeople.with(new RoleGrant(Role.MENTOR, Scope.EVERYWHERE)));
        List.of(back, gone, staff).forEach(person -> lastSeen(person, Duration.ofDays(1070)));

        retention.run(RetentionRule.WARNINGS, clock.instant());
        retention.run(RetentionRule.WARNINGS, clock.instant());
        assertThat(letters.wentTo(gone)).isTrue();
        assertThat(letters.wentTo(staff)).as("staff keep their accounts").isFalse();

        clock.forward(Duration.ofDays(29));
        retention.run(RetentionRule.ACCOUNTS, clock.instant());
        assertThat(exists(gone)).as("a day before").isTrue();

        TestPeople.session(back);
        clock.forward(Duration.ofDays(2));
        retention.run(RetentionRule.ACCOUNTS, clock.instant());
        assertThat(exists(gone)).isFalse();
        assertThat(exists(back)).isTrue();
        assertThat(exists(staff)).isTrue();
    }

    @Test
    void a_request_to_be_erased_is_carried_out_on_its_day() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        browser.post("/settings/erasure", "certificates", "revoke", "current", TestPeople.PASSWORD);
        Instant asked = jdbi.withHandle(
                handle -> handle.createQuery("select asked_at from privacy.data_request where person_id = :id")
                        .bind("id", person)
                        .mapTo(Instant.class)
                        .one());

        retention.run(RetentionRule.ERASURES, asked.plus(Duration.ofDays(6)));
        assertThat(exists(person)).isTrue();

        retention.run(RetentionRule.ERASURES, asked.plus(Duration.ofDays(7)));
        assertThat(exists(person)).isFalse();
        assertThat(browser.get("/settings").status()).isEqualTo(401);
    }

    @Test
    void old_sessions_go_but_the_latest_of_a_person_stays() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        TestPeople.session(person);
        lastSeen(person, Duration.ofDays(200));

        retention.run(RetentionRule.SESSIONS, clock.instant());

        assertThat(count("account.session", person)).isEqualTo(1);
    }

    @Test
    void while_one_node_works_another_leaves_the_rule_to_it() {
        UUID gone = guest();
        lastSeen(gone, Duration.ofDays(402));
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(:lock)::text")
                    .bind("lock", LOCK + RetentionRule.GUESTS.name().hashCode())
                    .mapTo(String.class)
                    .one());
            assertThat(CompletableFuture.supplyAsync(() -> retention.run(RetentionRule.GUESTS, clock.instant()))
                            .join())
                    .isZero();
        });
        assertThat(exists(gone)).isTrue();

        assertThat(retention.run(RetentionRule.GUESTS, clock.instant())).isPositive();
        assertThat(exists(gone)).isFalse();
    }

    @Test
    void administrators_see_what_goes_when_and_how_much_has_gone() {
        // Later than any run of the job on the real clock.
        Instant later = Instant.parse("2099-11-25T10:00:00Z");
        retention.run(RetentionRule.FAILED_SIGN_INS, later);

        String table = TestPeople.administrator()
                .get("/administration/retention")
                .page()
                .select("table")
                .text();
        assertThat(table)
                .contains(
                        "Гості, які не повернулися",
                        "Люди, яких записали за стійкою",
                        "Запрошення, якими не скористалися",
                        "3 роки",
                        "400 днів",
                        "25.11.2099, 12:00");
    }

    private static UUID guest() {
        TestBrowser browser = new TestBrowser();
        browser.post("/courses/internet-safety/lessons/bank-call/steps/1/completion");
        return TestPeople.idOf(browser);
    }

    private void lastSeen(UUID person, Duration ago) {
        Instant then = clock.instant().minus(ago);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update account.person set created_at = ?, registered_at = case when registered_at is null then null else cast(? as timestamptz) end where id = ?",
                    then,
                    then,
                    person);
            handle.execute(
                    "update account.session set started_at = ?, expires_at = cast(? as timestamptz) + interval '1 day' where person_id = ?",
                    then,
                    then,
                    person);
        });
        TestPeople.forgetSessions();
    }

    private boolean exists(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from account.person where id = :id)")
                .bind("id", person)
                .mapTo(Boolean.class)
                .one());
    }

    private int count(String table, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from <table> where person_id = :id")
                .define("table", table)
                .bind("id", person)
                .mapTo(Integer.class)
                .one());
    }
}
