package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;

/** What PostgreSQL's own catalogue says of our tables. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SchemaTest {
    private static final String OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";
    private static final String NOT_FLYWAYS = "c.relname <> 'flyway_schema_history'";

    /** How PostgreSQL names what nobody named. */
    private static final Pattern NAMED_BY_THE_MACHINE = Pattern.compile(".*_(?:pkey|key|fkey|check|excl|idx)\\d*");

    /** Lower-case words that say the rule; a violated rule’s name is the problem’s code. */
    private static final Pattern NAME_OF_A_RULE = Pattern.compile("[a-z]+(?:_[a-z0-9]+)+");

    private static final Pattern PLURAL = Pattern.compile(".*(?<![su])s");
    private static final List<String> SINGULAR_IN_S =
            List.of("progress", "address", "class", "lesson_progress", "course_progress");

    @Inject
    Jdbi jdbi;

    @Test
    void every_constraint_has_a_name_that_states_its_rule() {
        assertThat(rows("""
                        select n.nspname || '.' || c.relname || ': ' || k.conname, k.conname
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where k.contype <> 'n' and %s and %s""".formatted(OURS, NOT_FLYWAYS)).stream()
                        .filter(row -> !NAME_OF_A_RULE.matcher(row.get(1)).matches()
                                || NAMED_BY_THE_MACHINE.matcher(row.get(1)).matches())
                        .map(List::getFirst))
                .isEmpty();
    }

    /** Its name is the code of a problem. A check that stands in two tables for the same rule may have the same name. */
    @Test
    void a_key_has_a_name_of_its_own() {
        assertThat(rows("""
                        select k.conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                        join pg_class c on c.oid = k.conrelid
                        where k.contype in ('p', 'u', 'f', 'x') and k.conparentid = 0 and %s and %s group by k.conname having count(*) > 1""".formatted(OURS, NOT_FLYWAYS))).isEmpty();
    }

    @Test
    void every_index_has_a_name_that_somebody_gave_it() {
        assertThat(rows("""
                        select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                        join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
                        where %s and %s""".formatted(OURS, NOT_FLYWAYS)).stream()
                        .map(List::getFirst)
                        .filter(name -> NAMED_BY_THE_MACHINE.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void every_foreign_key_has_an_index() {
        assertThat(rows("""
                        select n.nspname || '.' || c.relname || ': ' || k.conname
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where k.contype = 'f' and %s and not exists (
                            select from pg_index x
                            where x.indrelid = k.conrelid and x.indisvalid
                                and (x.indkey::int2[])[0 : cardinality(k.conkey) - 1] @> k.conkey)""".formatted(OURS))).isEmpty();
    }

    @Test
    void a_module_has_one_schema_named_after_it() {
        assertThat(rows("select n.nspname from pg_namespace n where " + OURS + " and n.nspname <> 'public'").stream()
                        .map(List::getFirst))
                .allMatch(Modules.MAY_USE::containsKey);
        assertThat(
                        rows(
                                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'"))
                .as("things in the schema of nobody")
                .isEmpty();
    }

    @Test
    void a_foreign_key_goes_only_where_the_module_may_look() {
        assertThat(rows("""
                        select k.conname, n.nspname, m.nspname
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
                        where k.contype = 'f' and %s""".formatted(OURS)).stream().filter(row -> !Modules.allowed(row.get(1), row.get(2))))
                .isEmpty();
    }

    @Test
    void the_record_store_has_its_distribution_column_in_every_key_and_no_constraint_across_shards() {
        assertThat(rows("""
                        select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where 'xapi' in (n.nspname, (select m.nspname from pg_class d join pg_namespace m on m.oid = d.relnamespace
                                where d.oid = k.confrelid))
                            and (k.contype = 'f' or k.contype in ('p', 'u', 'x') and not exists (
                                select from pg_attribute a
                                where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'actor_id'))""")).isEmpty();
    }

    @Test
    void a_table_is_named_after_one_of_its_rows_and_has_a_primary_key() {
        List<List<String>> tables = rows("""
                select c.relname, exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s and %s""".formatted(OURS, NOT_FLYWAYS));

        assertThat(tables).isNotEmpty();
        assertThat(tables.stream()
                        .map(List::getFirst)
                        .filter(name -> PLURAL.matcher(name).matches() && !SINGULAR_IN_S.contains(name)))
                .isEmpty();
        assertThat(tables.stream().filter(table -> !table.get(1).equals("t"))).isEmpty();
    }

    @Test
    void columns_have_the_type_that_their_name_promises() {
        assertThat(rows("""
                        select n.nspname || '.' || c.relname || '.' || a.attname, a.attname, format_type(a.atttypid, a.atttypmod)
                        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and %s and %s""".formatted(OURS, NOT_FLYWAYS)).stream()
                        .filter(column -> !keepsItsPromise(column.get(1), column.get(2)))
                        .map(column -> column.getFirst() + ' ' + column.get(2)))
                .isEmpty();
    }

    private static boolean keepsItsPromise(String name, String type) {
        boolean rightTime = !name.endsWith("_at") || type.equals("timestamp with time zone");
        boolean rightDay = !name.endsWith("_on") || type.equals("date");
        boolean noFloat = !type.equals("real") && !type.equals("double precision");
        return rightTime
                && rightDay
                && noFloat
                && !type.equals("timestamp without time zone")
                && !type.startsWith("json ");
    }

    private List<List<String>> rows(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> {
                    int columns = row.getMetaData().getColumnCount();
                    return java.util.stream.IntStream.rangeClosed(1, columns)
                            .mapToObj(column -> text(row, column))
                            .toList();
                })
                .list());
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
