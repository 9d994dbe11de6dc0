package ua.stezhka.people;

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
import ua.stezhka.account.Role;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;

/** Reads people for other modules and for administrators. */
@Singleton
public class People {
    private static final int FETCHED_AT_ONCE = 1000;
    /** A card is found also when it opens nothing any more: whoever found it wants to know whose it was. */
    private static final String FOUND = """
            with found as (
                select p.id from account.person p
                where p.registered_at is not null and account.words_of(p.name) @@ cast(:words as tsquery)
                union
                select w.person_id from account.password w
                where account.words_of(w.login_key || ' ' || coalesce(w.email_key, '')) @@ cast(:words as tsquery)
                union
                select c.person_id from desk.access_card c where c.code = :card
            )
            """;

    private static final String AMONG_ALL = " from account.person p ";
    private static final String AMONG_FOUND = " from found join account.person p on p.id = found.id ";
    private static final String CHOSEN = """
            where p.registered_at is not null and p.adopted_by is null
              and (:state = 'all' or (:state = 'blocked') = (p.blocked_at is not null))
              and (:role = '' or exists (select from account.role_grant g
                                         where g.person_id = p.id and g.role = :role and g.ended_at is null))
            """;
    private static final String COUNT = "select count(*) ";

    /** What is told of each is read for those on the page only, not for all who stand before them. */
    private static final String ROWS = """
            select p.*,
                   array(select distinct g.role from account.role_grant g
                         where g.person_id = p.id and g.ended_at is null order by g.role) as roles,
                   (select max(s.started_at) from account.session s where s.person_id = p.id) as seen_at
            from (select p.id, p.name, p.registered_at, p.blocked_at is not null as blocked
            """;

    private static final String IN_ORDER = """
            order by p.registered_at desc, p.id limit :size offset :offset) p order by p.registered_at desc, p.id
            """;
    private static final String COUNT_ALL = COUNT + AMONG_ALL + CHOSEN;
    private static final String COUNT_FOUND = FOUND + COUNT + AMONG_FOUND + CHOSEN;
    private static final String ROWS_OF_ALL = ROWS + AMONG_ALL + CHOSEN + IN_ORDER;
    private static final String ROWS_OF_FOUND = FOUND + ROWS + AMONG_FOUND + CHOSEN + IN_ORDER;

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
    public PageOf<PersonRow> search(PeopleFilter filter, int number, Locale locale) {
        return jdbi.withHandle(handle -> {
            List<PersonRow> rows = rows(handle, filter, PageOf.SIZE, PageOf.offset(number))
                    .map((row, context) -> row(row, locale))
                    .list();
            return new PageOf<>(rows, number, count(handle, filter), PageOf.SIZE);
        });
    }

    /** How many are looked for. */
    int count(PeopleFilter filter) {
        return jdbi.withHandle(handle -> count(handle, filter));
    }

    /** Reads all who are looked for, one after another, a thousand at once. */
    @Transactional
    void each(PeopleFilter filter, Locale locale, Consumer<PersonRow> reader) {
        jdbi.useHandle(handle -> rows(handle, filter, Integer.MAX_VALUE, 0)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> row(row, locale))
                .forEach(reader));
    }

    private static int count(Handle handle, PeopleFilter filter) {
        return bound(handle.createQuery(filter.words().isEmpty() ? COUNT_ALL : COUNT_FOUND), filter)
                .mapTo(Integer.class)
                .one();
    }

    private static Query rows(Handle handle, PeopleFilter filter, int size, int offset) {
        return bound(handle.createQuery(filter.words().isEmpty() ? ROWS_OF_ALL : ROWS_OF_FOUND), filter)
                .bind("size", size)
                .bind("offset", offset);
    }

    private static Query bound(Query query, PeopleFilter filter) {
        String words = filter.words();
        return (words.isEmpty() ? query : query.bind("words", words).bind("card", filter.cardCode()))
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
