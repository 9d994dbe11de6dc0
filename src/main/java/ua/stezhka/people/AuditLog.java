package ua.stezhka.people;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Role;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.PlatformConfig;

/** Reads the audit trail for administrators, and for each person what others saw of theirs. */
@Singleton
class AuditLog {
    static final int SIZE = 50;
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final String ENTRIES = """
            select e.number, e.noted_at, e.action, e.network, e.details, e.by_actor, e.about_actor,
                   doer.id as by_id, doer.name as by_name, whom.id as about_id, whom.name as about_name
            from account.audit_entry e
            left join account.person b on b.actor_id = e.by_actor
            left join account.person doer on doer.id = coalesce(b.adopted_by, b.id) and doer.registered_at is not null
            left join account.person a on a.actor_id = e.about_actor
            left join account.person whom on whom.id = coalesce(a.adopted_by, a.id) and whom.registered_at is not null
            where (:action = '' or e.action = :action)
              and (:before = 0 or e.number < :before)
              and (cast(:from as timestamptz) is null or e.noted_at >= cast(:from as timestamptz))
              and (cast(:to as timestamptz) is null or e.noted_at < cast(:to as timestamptz))
              and (not :somebody or e.by_actor = any (:actors) or e.about_actor = any (:actors))
            order by e.number desc limit :size
            """;
    private static final String ACTORS = """
            with found as (
                select p.id from account.person p
                where p.registered_at is not null and account.words_of(p.name) @@ cast(:words as tsquery)
                union
                select w.person_id from account.password w
                where account.words_of(w.login_key || ' ' || coalesce(w.email_key, '')) @@ cast(:words as tsquery)
                limit 1000
            )
            select actor_id from account.person where id in (select id from found) or adopted_by in (select id from found)
            """;

    private final Jdbi jdbi;
    private final PlatformConfig config;
    private final CurrentCommunity community;

    AuditLog(Jdbi jdbi, PlatformConfig config, CurrentCommunity community) {
        this.jdbi = jdbi;
        this.config = config;
        this.community = community;
    }

    /** Entries, the newest first: one more than a page has when there are older ones. At most two statements. */
    List<AuditRow> entries(AuditFilter filter, Locale locale) {
        UUID[] actors = actors(filter);
        return jdbi.withHandle(handle -> handle.createQuery(ENTRIES)
                .bind("action", filter.action())
                .bind("before", filter.before())
                .bindByType("from", begin(filter.firstDay()), Instant.class)
                .bindByType("to", begin(filter.lastDay().map(day -> day.plusDays(1))), Instant.class)
                .bind("somebody", filter.ofSomebody())
                .bind("actors", actors)
                .bind("size", SIZE + 1)
                .map((row, context) -> row(row, locale))
                .list());
    }

    /** All deeds that were noted so far: one step of the index for each. */
    List<String> actions() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        with recursive known as (
                            (select action from account.audit_entry order by action limit 1)
                            union all
                            select (select e.action from account.audit_entry e where e.action > k.action order by e.action limit 1)
                            from known k where k.action is not null)
                        select action from known where action is not null""").mapTo(String.class).list());
    }

    /** Checks the chain from the first entry to the last. */
    @Transactional
    AuditChain.Verdict check() {
        return jdbi.withHandle(handle -> {
            try {
                return AuditChain.of(handle.getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException("the audit trail cannot be read", e);
            }
        });
    }

    /** What others saw of a person, the newest first, of the last hundred times. */
    List<SeenRow> seen(UUID personId, Locale locale) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select e.noted_at, e.action, e.details from account.audit_entry e
                        where e.about_actor in (select actor_id from account.person where id = :id or adopted_by = :id)
                          and e.action like '%\\_viewed'
                        order by e.number desc limit 100""")
                .bind("id", personId)
                .map((row, context) -> seenRow(row, locale))
                .list());
    }

    private UUID[] actors(AuditFilter filter) {
        if (filter.person().isPresent()) {
            return jdbi.withHandle(handle -> handle.createQuery(
                            "select actor_id from account.person where id = :id or adopted_by = :id")
                    .bind("id", filter.person().get())
                    .mapTo(UUID.class)
                    .list()
                    .toArray(UUID[]::new));
        }
        if (!filter.ofSomebody()) {
            return new UUID[0];
        }
        return jdbi.withHandle(handle -> handle.createQuery(ACTORS)
                .bind("words", PeopleFilter.of(filter.find()).words())
                .mapTo(UUID.class)
                .list()
                .toArray(UUID[]::new));
    }

    private @Nullable Instant begin(Optional<LocalDate> day) {
        return day.map(date -> date.atStartOfDay(config.zone()).toInstant()).orElse(null);
    }

    private AuditRow row(ResultSet row, Locale locale) throws SQLException {
        String action = row.getString("action");
        return new AuditRow(
                row.getLong("number"),
                at(row),
                AuditWords.sentence(action, locale),
                AuditWords.details(details(row), community.get(), locale),
                who(row, "by"),
                who(row, "about"),
                row.getString("network"));
    }

    private SeenRow seenRow(ResultSet row, Locale locale) throws SQLException {
        String role = details(row).getOrDefault("role", "");
        return new SeenRow(
                at(row),
                role.isEmpty() ? "" : RoleWords.role(Role.of(role), locale),
                AuditWords.seen(row.getString("action"), locale));
    }

    private static AuditRow.Who who(ResultSet row, String side) throws SQLException {
        String name = row.getString(side + "_name");
        return new AuditRow.Who(name == null ? "" : name, row.getObject(side + "_id", UUID.class));
    }

    private static Map<String, String> details(ResultSet row) throws SQLException {
        return Json.read(row.getString("details"), DETAILS);
    }

    private String at(ResultSet row) throws SQLException {
        return Dates.dateTime(row.getTimestamp("noted_at").toInstant(), config.zone());
    }
}
