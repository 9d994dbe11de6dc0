package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;

/** What is written of the tables is what PostgreSQL’s own catalogue says. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DataModelTest {
    private static final String TABLES = """
            select format('| `%s.%s` | %s | %s |', n.nspname, c.relname,
                          (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a
                           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
                          coalesce((select string_agg(distinct f.target, ', ' order by f.target)
                                    from (select m.nspname || '.' || d.relname as target
                                          from pg_constraint k join pg_class d on d.oid = k.confrelid
                                              join pg_namespace m on m.oid = d.relnamespace
                                          where k.conrelid = c.oid and k.contype = 'f') f), '–'))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
              and n.nspname <> 'information_schema' and c.relname <> 'flyway_schema_history'
            order by n.nspname, c.oid
            """;

    @Inject
    Jdbi jdbi;

    @Test
    void every_table_is_written_down_as_it_is_and_nothing_else() {
        List<String> written = House.read(House.ROOT.resolve("src/docs/data-model.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        List<String> tables = jdbi.withHandle(
                handle -> handle.createQuery(TABLES).mapTo(String.class).list());

        assertThat(written).containsExactlyInAnyOrderElementsOf(tables);
    }
}
