package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.Subject;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.privacy.CanaryPerson.Canary;

/** Everything of a person comes along in the copy, and nothing of a person stays after the erasure: asked of PostgreSQL's own catalogue. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PersonalDataTest {
    private static final String TABLES_WITH_PEOPLE = """
            with recursive holds as (
                select 'account.person'::regclass::oid as table_id
                union
                select distinct a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relkind in ('r', 'p') and not a.attisdropped
                  and (a.attname in ('person_id', 'actor_id', 'keeper_id', 'email', 'recipient', 'subject') or a.attname like '%\\_actor')
                union
                select k.conrelid from pg_constraint k join holds h on k.confrelid = h.table_id where k.contype = 'f')
            select distinct n.nspname || '.' || c.relname from holds h
            join pg_class c on c.oid = h.table_id join pg_namespace n on n.oid = c.relnamespace""";

    @Inject
    Jdbi jdbi;

    @Inject
    Holdings holdings;

    @Inject
    Erasures erasures;

    @Inject
    ErasureLedger ledger;

    @Inject
    CanaryPerson people;

    @Inject
    DataExports exports;

    @Test
    void some_module_answers_for_every_table_that_holds_people() {
        assertThat(answeredFor()).containsAll(tablesWithPeople());
    }

    @Test
    void every_table_that_holds_a_person_is_in_the_copy() throws IOException {
        Canary canary = people.sing();
        List<String> found = tablesWith(canary.word());
        // The second copy knows of the first.
        canary.browser().post("/settings/data/export", "current", TestPeople.PASSWORD);
        Map<String, String> copy = unzip(exports.take(
                exports.waiting(canary.id(), canary.id()).orElseThrow().id(), canary.id()));

        for (String table : tablesWithPeople()) {
            String path = table.replace('.', '/');
            assertThat(copy).as(table).containsKeys(path + ".json", path + ".csv");
            if (found.contains(table)) {
                assertThat(copy.get(path + ".json")).as(table).containsIgnoringCase(canary.word());
            }
        }
        assertThat(found).contains("account.person", "quiz.response", "xapi.statement", "certificate.certificate");
        assertThat(copy.get("certificate/" + canary.certificate() + ".pdf")).startsWith("%PDF");
        assertThat(copy.get("ПРОЧИТАЙТЕ.txt")).contains("quiz/response.csv", "Ваші відповіді.");
        assertThat(copy.get("account/person.csv")).startsWith("\uFEFF\"id\";\"name\"");
        assertThat(String.join("", copy.values())).doesNotContain("$argon2id$");
    }

    @Test
    void the_canary_stands_in_every_table_that_somebody_answers_for() {
        Subject subject = holdings.subject(people.sing().id());

        jdbi.useHandle(handle -> holdings.tables().forEach(table -> assertThat(Holdings.rows(handle, table, subject))
                .as(table.name())
                .isNotEmpty()));
    }

    @Test
    void what_the_person_did_for_others_stays_with_them_and_was_done_by_nobody() {
        Canary canary = people.sing();
        erasures.erase(canary.id(), true, "request");

        for (String table : List.of(
                "desk.access_card",
                "desk.assisted_record",
                "desk.help",
                "desk.help_act",
                "people.person_block",
                "account.role_grant",
                "account.session")) {
            assertThat(count(table + " where person_id = '" + canary.other() + "'"))
                    .as(table)
                    .isPositive();
        }
        assertThat(count("account.session where ended_at is null and person_id = '" + canary.other() + "'"))
                .as("what the person had begun for the other goes on")
                .isZero();
    }

    @Test
    void an_invitation_to_an_address_that_is_not_proved_is_not_read_out() {
        Canary canary = people.sing();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.password set email_confirmed_at = null where person_id = :id")
                .bind("id", canary.id())
                .execute());
        PersonTable invitations = holdings.tables().stream()
                .filter(table -> table.name().equals("people.invitation"))
                .findFirst()
                .orElseThrow();

        List<Map<String, Object>> rows =
                jdbi.withHandle(handle -> Holdings.rows(handle, invitations, holdings.subject(canary.id())));
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.get("email"))
                .isNull());
    }

    @Test
    void after_the_erasure_nothing_leads_to_the_person() {
        Canary canary = people.sing();
        Subject subject = holdings.subject(canary.id());
        assertThat(subject.people()).hasSize(2);
        int statements = count("xapi.statement");
        assertThat(tablesWith(canary.word())).isNotEmpty();

        erasures.erase(canary.id(), false, "request");

        assertThat(tablesWith(canary.word())).isEmpty();
        subject.people()
                .forEach(person -> assertThat(tablesWith(person.toString())).isEmpty());
        subject.actors()
                .forEach(actor -> assertThat(tablesWith(actor.toString())).isSubsetOf("account.audit_entry"));
        assertThat(count("xapi.statement")).as("counts of learning stay").isEqualTo(statements);
        assertThat(canary.browser().get("/settings").status()).isEqualTo(401);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", canary.name(), "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void facts_of_an_erased_person_are_statements_about_nobody() {
        Canary canary = people.sing();
        erasures.erase(canary.id(), true, "request");

        List<Map<String, Object>> nobody =
                jdbi.withHandle(handle -> handle.createQuery("""
                        select s.registration, s.body -> 'result' as result, s.body ->> 'timestamp' as time,
                               s.actor_id::text = s.body #>> '{actor,account,name}' as same_actor, s.id::text = s.body ->> 'id' as same_id
                        from xapi.statement s where s.activity = 'https://stezhka.example/q'
                          and not exists (select from account.person p where p.actor_id = s.actor_id)""").mapToMap().list());
        assertThat(nobody).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.get("registration")).isNull();
            assertThat(fact.get("result")).hasToString("{\"success\": true}");
            assertThat(String.valueOf(fact.get("time"))).endsWith("T00:00:00Z");
            assertThat(fact.get("same_actor")).isEqualTo(true);
            assertThat(fact.get("same_id")).isEqualTo(true);
        });
    }

    @Test
    void a_person_whom_an_older_backup_brings_back_is_erased_again_at_the_start() {
        Canary canary = people.sing();
        String row = jdbi.withHandle(
                handle -> handle.createQuery("select row_to_json(p)::text from account.person p where id = :id")
                        .bind("id", canary.id())
                        .mapTo(String.class)
                        .one());
        erasures.erase(canary.id(), true, "request");
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "insert into account.person select * from json_populate_record(null::account.person, cast(:row as json))")
                    .bind("row", row)
                    .execute();
            handle.createUpdate("delete from privacy.erasure_entry where person_hash = decode(:hash, 'hex')")
                    .bind("hash", ledger.hash(canary.id()))
                    .execute();
        });
        assertThat(tablesWith(canary.word())).containsExactly("account.person");

        erasures.afterStart(new StartupEvent());

        assertThat(tablesWith(canary.word())).isEmpty();
        assertThat(ledger.reconcile()).as("something still to learn").isFalse();
    }

    @Test
    void the_ledger_does_not_tell_who_it_was() {
        Canary canary = people.sing();
        erasures.erase(canary.id(), true, "request");

        assertThat(ledger.hash(canary.id())).hasSize(64);
        assertThat(ledger.all()).containsKey(ledger.hash(canary.id()));
        assertThat(tablesWith(canary.id().toString())).isEmpty();
    }

    private Set<String> answeredFor() {
        return holdings.tables().stream().map(PersonTable::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> tablesWithPeople() {
        return jdbi.withHandle(handle -> new TreeSet<>(
                handle.createQuery(TABLES_WITH_PEOPLE).mapTo(String.class).list()));
    }

    /** Tables of any module with a row in which this stands anywhere, in any column. */
    private List<String> tablesWith(String word) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1""").mapTo(String.class).list().stream()
                .filter(table -> handle.createQuery("select exists (select from <table> t where t::text ilike :word)")
                        .define("table", table)
                        .bind("word", '%' + word + '%')
                        .mapTo(Boolean.class)
                        .one())
                .toList());
    }

    private int count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from <table>")
                .define("table", table)
                .mapTo(Integer.class)
                .one());
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new TreeMap<>(files);
    }
}
