package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;

/** Reads people for other modules and for administrators. */
@Singleton
public class People {
    private final Jdbi jdbi;
    private final PlatformConfig config;

    People(Jdbi jdbi, PlatformConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** The name of a registered person; empty for guests and unknown ones. */
    public Optional<String> name(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select name from account.person where id = :id and registered_at is not null")
                .bind("id", personId)
                .mapTo(String.class)
                .findOne());
    }

    /** Registered people whose name contains what is looked for, newest first. Two statements. */
    PageOf<PersonRow> search(String find, int number) {
        String pattern = '%' + find.strip().replaceAll("([\\\\%_])", "\\\\$1") + '%';
        return jdbi.withHandle(handle -> {
            int total = handle.createQuery(
                            "select count(*) from account.person where registered_at is not null and name ilike :pattern")
                    .bind("pattern", pattern)
                    .mapTo(Integer.class)
                    .one();
            List<PersonRow> rows = handle.createQuery("""
                            select p.id, p.name, p.registered_at, p.blocked_at is not null as blocked,
                                   exists (select from account.role_grant g
                                           where g.person_id = p.id and g.role = 'administrator' and g.ended_at is null) as administrator,
                                   (select max(s.started_at) from account.session s where s.person_id = p.id) as seen_at
                            from account.person p
                            where p.registered_at is not null and p.name ilike :pattern
                            order by p.registered_at desc, p.id limit :size offset :offset""")
                    .bind("pattern", pattern)
                    .bind("size", PageOf.SIZE)
                    .bind("offset", PageOf.offset(number))
                    .map((row, context) -> row(row))
                    .list();
            return new PageOf<>(rows, number, total, PageOf.SIZE);
        });
    }

    private PersonRow row(ResultSet row) throws SQLException {
        String name = row.getString("name");
        Timestamp seen = row.getTimestamp("seen_at");
        return new PersonRow(
                row.getObject("id", UUID.class),
                name,
                initials(name),
                row.getBoolean("administrator"),
                row.getBoolean("blocked"),
                Dates.date(row.getTimestamp("registered_at").toInstant(), config.zone()),
                Dates.dateTime(seen == null ? null : seen.toInstant(), config.zone()));
    }

    private static String initials(String name) {
        return Stream.of(name.split(" "))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.charAt(0)))
                .limit(2)
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
