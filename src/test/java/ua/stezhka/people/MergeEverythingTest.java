package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Minors;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.TokenScope;
import ua.stezhka.certificate.CertificateHolders;
import ua.stezhka.desk.TestCards;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.privacy.Consents;
import ua.stezhka.privacy.DataRequests;
import ua.stezhka.privacy.Purpose;

/** Whatever an account holds, merging it into another leaves nothing behind, opens no door twice and makes no account weaker. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MergeEverythingTest {
    /** Tables whose rows stay with the merged account, and why that is right. */
    private static final Map<String, String> STAY = Map.of(
            "account.session", "all of them have ended; the last one tells when somebody was here",
            "account.personal_token", "all of them are revoked",
            "account.role_grant", "all of them have ended; those that held are granted anew",
            "people.person_block", "all of them have ended; the doors were those of that account");

    /** Other columns that name a person, and what becomes of them. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("bank.report.answered_by", "goes over"),
            Map.entry(
                    "quiz.mark.marker_id", "goes over: nobody marks an answer of their own, whichever account it was"),
            Map.entry("account.person.adopted_by", "leads on to the account that goes on"),
            Map.entry("people.invitation.invited_by", "goes over"),
            Map.entry("people.people_import.made_by", "is deleted"),
            Map.entry("privacy.data_export.keeper_id", "is deleted"),
            Map.entry("desk.assisted_record.made_by", "goes over"),
            Map.entry("desk.assisted_record.claimed_by", "goes over"),
            Map.entry("desk.help.helper_id", "goes over: whoever was helped reads the name"),
            Map.entry("desk.help_act.helper_id", "goes over: whoever was helped reads the name"),
            Map.entry("desk.access_card.made_by", "stays: who did it then, shown nowhere"),
            Map.entry("account.role_grant.granted_by", "stays: who did it then, shown nowhere"),
            Map.entry("account.role_grant.ended_by", "stays: who did it then, shown nowhere"),
            Map.entry("people.person_block.blocked_by", "stays: who did it then, shown nowhere"),
            Map.entry("people.person_block.ended_by", "stays: who did it then, shown nowhere"),
            Map.entry("desk.shared_computer.marked_by", "stays: who did it then, shown nowhere"),
            Map.entry("certificate.certificate.revoked_by", "stays: who did it then, shown nowhere"));

    @Inject
    Jdbi jdbi;

    @Inject
    Merges merges;

    @Inject
    Consents consents;

    @Inject
    Minors minors;

    @Inject
    DataRequests requests;

    @Inject
    CertificateHolders certificates;

    private UUID merged;
    private UUID kept;
    private UUID by;

    @BeforeEach
    void two() {
        merged = TestPeople.idOf(TestPeople.learner());
        kept = TestPeople.idOf(TestPeople.learner());
        by = TestPeople.idOf(TestPeople.administrator());
    }

    private void merge() {
        merges.merge(merged, kept, by);
    }

    private void sql(String statement, Object... values) {
        jdbi.useHandle(handle ->
                assertThat(handle.execute(statement, values)).as(statement).isPositive());
    }

    private int count(String rest, Object... values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select count(*) from " + rest);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Integer.class).one();
        });
    }

    private List<String> columns(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and """ + ' ' + condition + " order by 1")
                .mapTo(String.class)
                .list());
    }

    private List<String> tables() {
        return columns("c.column_name = 'person_id'").stream()
                .map(column -> column.substring(0, column.lastIndexOf('.')))
                .toList();
    }

    /** Gives the account that will be merged a row in every table. */
    private void fill() {
        TestBrowser browser = TestPeople.learner();
        merged = TestPeople.idOf(browser);
        certificates.certificateOf(browser);
        browser.post("/courses/internet-safety/quiz/attempts");
        TestPeople.grant(merged, new RoleGrant(Role.MENTOR, Scope.EVERYWHERE));
        TestPeople.token(merged, TokenScope.PROFILE_READ);
        card(merged);
        consents.say(merged, Purpose.LETTERS, true, null);
        minors.state(merged, 2011);
        minors.note(merged, new Minors.Consent("guardian", "Мати Приклад", LocalDate.of(2026, 11, 1)), by);
        requests.askCorrection(merged, "виправте ім’я");
        for (String statement : List.of("""
                insert into factor.passkey (id, person_id, credential_id, credential, sign_count, backup_eligible, name, added_at)
                values (gen_random_uuid(), ?, decode(md5(random()::text), 'hex'), 'x', 0, false, 'ключ', now())""", """
                insert into factor.recovery_code (id, person_id, hash, made_at)
                values (gen_random_uuid(), ?, '$argon2id$x', now())""", """
                insert into account.email_wish (person_id, email, email_key, wished_at)
                values (?, 'wish@example.com', 'wish@example.com', now())""", """
                insert into account.email_link (secret_hash, person_id, purpose, email_key, made_at, expires_at)
                values (sha256(random()::text::bytea), ?, 'sign_in', 'a@example.com', now(), now() + interval '20 minutes')""", """
                insert into identity.vouched_identity (id, person_id, issuer, subject, joined_at)
                values (gen_random_uuid(), ?, 'https://id.example', gen_random_uuid()::text, now())""", """
                insert into account.comfort (person_id, language, text_size, theme, calm, pace, chosen_at)
                values (?, 'uk', '150', 'dark', false, 'slow', now())""", """
                insert into privacy.inactivity_notice (person_id, warned_at, erase_at) values (?, now(), now() + interval '90 days')""", """
                insert into quiz.accommodation (person_id, allowance, chosen_by_person, given_at) values (?, 'double', true, now())""", """
                insert into people.person_block (id, person_id, reason, blocked_at, ended_at)
                values (gen_random_uuid(), ?, 'request', now(), now())""", """
                insert into privacy.data_export (id, person_id, keeper_id, body, made_at, expires_at)
                select gen_random_uuid(), id, id, 'x', now(), now() + interval '1 day' from account.person where id = ?""", """
                insert into desk.assisted_record
                    (person_id, scope_kind, made_at, made_by, consent, claimed_at, claim_consent, claimed_by)
                select id, 'everywhere', now(), id, 'said-1', now(), 'claim-1', id from account.person where id = ?""", """
                insert into desk.help (id, person_id, helper_id, helper_role, scope_kind, begun_at, ends_at)
                select gen_random_uuid(), id, id, 'mentor', 'everywhere', now(), now() + interval '1 hour'
                from account.person where id = ?""", """
                insert into desk.help_act (id, person_id, helper_id, helper_role, scope_kind, kind, done_at)
                select gen_random_uuid(), id, id, 'mentor', 'everywhere', 'looked_up', now() from account.person where id = ?""")) {
            sql(statement, merged);
        }
        for (String statement : List.of("""
                insert into bank.version_deed (id, question_version_id, kind, person_id, done_at)
                select gen_random_uuid(), (select id from quiz.question_version limit 1), 'retired', ?, now()""", """
                insert into bank.report (id, question_id, question_version_id, person_id, kind, words, place, reported_at)
                select gen_random_uuid(), v.question_id, v.id, ?, 'unclear', '', 'quiz', now() from quiz.question_version v limit 1""", """
                insert into bank.regrading
                    (id, question_version_id, reason, lowers, attempts, raised, lowered, passed, failed, person_id, done_at)
                select gen_random_uuid(), (select id from quiz.question_version limit 1), 'ключ', false, 0, 0, 0, 0, 0, ?, now()""", """
                insert into quiz.mark (attempt_id, position, number, marker_id, points, earned, possible, comment, marked_at)
                select attempt_id, position, 1 + cast(1e6 * random() as integer), ?, '{}', 0, 1, '', now()
                from quiz.attempt_question limit 1""")) {
            sql(statement, merged);
        }
    }

    private String card(UUID person) {
        return TestCards.give(person);
    }

    @Test
    void no_table_keeps_anything_with_the_merged_account_that_is_not_said_to_stay() {
        fill();
        Map<String, Integer> before = new HashMap<>();
        tables().forEach(table -> before.put(table, count(table + " where person_id = ?", merged)));
        assertThat(before).as("tables of people which this test has not filled").doesNotContainValue(0);
        assertThat(before.keySet()).containsAll(STAY.keySet());
        merge();
        Set<String> left = new TreeSet<>(tables());
        left.removeIf(table -> count(table + " where person_id = ?", merged) == 0);
        assertThat(left).as("tables that nobody has merged").isEqualTo(new TreeSet<>(STAY.keySet()));
        assertThat(count("account.session where person_id = ? and ended_at is null", merged)
                        + count("account.personal_token where person_id = ? and revoked_at is null", merged)
                        + count("account.role_grant where person_id = ? and ended_at is null", merged)
                        + count("people.person_block where person_id = ? and ended_at is null", merged))
                .isZero();
        for (String gone : List.of(
                "factor.code_app",
                "factor.passkey",
                "factor.recovery_code",
                "account.email_wish",
                "account.email_link",
                "account.personal_token")) {
            assertThat(count(gone + " where person_id = ?", kept)).as(gone).isZero();
        }
        for (String moved : List.of(
                "desk.access_card",
                "desk.assisted_record",
                "desk.help",
                "desk.help_act",
                "identity.vouched_identity",
                "account.comfort",
                "privacy.consent_entry",
                "account.minor",
                "account.minor_consent",
                "privacy.data_request",
                "certificate.certificate",
                "learning.enrolment",
                "quiz.attempt",
                "quiz.accommodation")) {
            assertThat(count(moved + " where person_id = ?", kept)).as(moved).isPositive();
        }
    }

    @Test
    void every_other_column_that_names_a_person_has_a_fate() {
        List<String> named = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select n.nspname || '.' || t.relname || '.' || a.attname
                        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = any (c.conkey)
                        where c.contype = 'f' and c.confrelid = 'account.person'::regclass and a.attname <> 'person_id'""").mapTo(String.class).list());
        assertThat(named).containsExactlyInAnyOrderElementsOf(NAMED.keySet());
        fill();
        merge();
        for (String column : named) {
            if (!NAMED.get(column).startsWith("stays")) {
                String table = column.substring(0, column.lastIndexOf('.'));
                String name = column.substring(column.lastIndexOf('.') + 1);
                assertThat(count(table + " where " + name + " = ?", merged))
                        .as(column)
                        .isZero();
            }
        }
    }

    @Test
    void what_will_happen_is_told_in_words_and_nothing_that_will_not() {
        TestBrowser administrator = TestPeople.administrator();
        String preview = "/administration/people/" + kept + "/merge?other=";
        String bare =
                administrator.get(preview + merged).page().select("main ul").text();
        assertThat(bare).doesNotContain("Картка", "Ключі входу", "Перепустки", "Сервіси", "згод");
        fill();
        assertThat(administrator.get(preview + merged).page().select("main ul").text())
                .contains(
                        "Картка доступу перейде",
                        "Ключі входу, застосунок",
                        "Перепустки програм",
                        "Сервіси, через які",
                        "Історія згод",
                        "Для неповнолітніх",
                        "Записи про допомогу",
                        "Прохання про дані",
                        "Копії даних",
                        "Нову пошту",
                        "Вигляд сторінок",
                        "вхід завершиться");
    }
}
