package ua.stezhka.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;

/** What was done on behalf of a person, as the person reads it: when, who by role and place, what. */
@Singleton
class HelpActs {
    private static final int MOST_ROWS = 200;

    private final Jdbi jdbi;
    private final PlaceNames places;
    private final PlatformConfig config;

    HelpActs(Jdbi jdbi, PlaceNames places, PlatformConfig config) {
        this.jdbi = jdbi;
        this.places = places;
        this.config = config;
    }

    /** @param together the help, or its helper; null when the helper is erased */
    private record Visit(Instant day, @Nullable UUID together, Role role, Scope scope) {}

    /** Acts of one visit together, newest first. One statement. */
    List<HelpRow> of(UUID personId, Locale locale) {
        Map<Visit, List<String>> visits = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select coalesce(help_id, helper_id) as together, helper_role, scope_kind, scope_id, kind, count(*) as times,
                               min(done_at) as first_at, min(min(done_at)) over (
                                   partition by coalesce(help_id, helper_id), helper_role, scope_kind, scope_id, date(done_at)) as begun_at
                        from desk.help_act where person_id = :person and refused_at is null
                        group by coalesce(help_id, helper_id), helper_role, scope_kind, scope_id, kind, date(done_at)
                        order by begun_at desc, first_at limit :most""")
                .bind("person", personId)
                .bind("most", MOST_ROWS)
                .map((row, context) -> visits.computeIfAbsent(visit(row), key -> new ArrayList<>())
                        .add(Texts.get(locale, "account.helpAct_" + row.getString("kind"), row.getInt("times"))))
                .list());
        return visits.entrySet().stream()
                .map(visit -> row(visit.getKey(), visit.getValue(), locale))
                .toList();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getTimestamp("begun_at").toInstant(),
                row.getObject("together", UUID.class),
                Role.of(row.getString("helper_role")),
                scope(row));
    }

    private HelpRow row(Visit visit, List<String> deeds, Locale locale) {
        return new HelpRow(
                Dates.longDateTime(visit.day(), config.zone(), locale),
                places.who(new RoleGrant(visit.role(), visit.scope()), locale),
                deeds);
    }

    static Scope scope(ResultSet row) throws SQLException {
        return new Scope(Scope.Kind.of(row.getString("scope_kind")), row.getObject("scope_id", UUID.class));
    }
}
