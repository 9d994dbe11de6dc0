package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;

/** Reads people for other modules and for administrators. */
@Singleton
public class People {
    private static final int FETCHED_AT_ONCE = 1000;
    /** Another way to find people, such as the number of a card, is another part of this union. */
    private static final String FOUND = """
            with found as (
                select p.id from account.person p
                where p.registered_at is not null and account.words_of(p.name) @@ cast(:words as tsquery)
                union
                select w.person_id from account.password w
                where account.words_of(w.login_key || ' ' || coalesce(w.email_key, '')) @@ cast(:words as tsquery)
            )
            """;

    private static final String ALL = "with found as (select id from account.person where false) ";

    private static final String CHOSEN = """
            from account.person p
            where p.registered_at is not null and p.adopted_by is null
              and (:words = '' or p.id in (select id from found))
              and (:state = 'all' or (:state = 'blocked') = (p.blocked_at is not null))
              and (:role = '' or exists (select from account.role_grant g
                                         where g.person_id = p.id and g.role = :role and g.ended_at is null))
            """;

    private static final String COUNT = "select count(*) " + CHOSEN;
    private static final String ROWS = """
            select p.id, p.name, p.registered_at, p.blocked_at is not null as blocked,
                   array(select distinct g.role from account.role_grant g
                         where g.person_id = p.id and g.ended_at is null order by g.role) as roles,
                   (select max(s.started_at) from account.session s where s.person_id = p.id) as seen_at
            """ + CHOSEN + "order by p.registered_at desc, p.id limit :size offset :offset";

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

    /** Registered people who are looked for, newest first. Two statements. */
    PageOf<PersonRow> search(PeopleFilter filter, int number, Locale locale) {
        return jdbi.withHandle(handle -> {
            int total = query(handle, COUNT, filter).mapTo(Integer.class).one();
            List<PersonRow> rows = query(handle, ROWS, filter)
                    .bind("size", PageOf.SIZE)
                    .bind("offset", PageOf.offset(number))
                    .map((row, context) -> row(row, locale))
                    .list();
            return new PageOf<>(rows, number, total, PageOf.SIZE);
        });
    }

    /** How many are looked for. */
    int count(PeopleFilter filter) {
        return jdbi.withHandle(
                handle -> query(handle, COUNT, filter).mapTo(Integer.class).one());
    }

    /** Reads all who are looked for, one after another, a thousand at once. */
    @Transactional
    void each(PeopleFilter filter, Locale locale, Consumer<PersonRow> reader) {
        jdbi.useHandle(handle -> query(handle, ROWS, filter)
                .bind("size", Integer.MAX_VALUE)
                .bind("offset", 0)
                .map((row, context) -> row(row, locale))
                .forEach(reader));
    }

    private static Query query(Handle handle, String statement, PeopleFilter filter) {
        String words = filter.words();
        return handle.createQuery((words.isEmpty() ? ALL : FOUND) + statement)
                .setFetchSize(FETCHED_AT_ONCE)
                .bind("words", words)
                .bind("state", filter.state())
                .bind("role", filter.role());
    }

    private PersonRow row(ResultSet row, Locale locale) throws SQLException {
        String name = row.getString("name");
        Timestamp seen = row.getTimestamp("seen_at");
        List<Role> roles = Stream.of((String[]) row.getArray("roles").getArray())
                .map(Role::of)
                .toList();
        return new PersonRow(
                row.getObject("id", UUID.class),
                name,
                initials(name),
                roles.stream().map(role -> RoleWords.role(role, locale)).collect(Collectors.joining(", ")),
                roles.contains(Role.ADMINISTRATOR),
                row.getBoolean("blocked"),
                Dates.date(row.getTimestamp("registered_at").toInstant(), config.zone()),
                Dates.dateTime(seen == null ? null : seen.toInstant(), config.zone()));
    }

    static String initials(String name) {
        return Stream.of(name.split(" "))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.charAt(0)))
                .limit(2)
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
