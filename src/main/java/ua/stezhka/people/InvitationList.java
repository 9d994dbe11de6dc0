package ua.stezhka.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;

/** Reads the invitations that wait. */
@Singleton
class InvitationList {
    private static final String COLUMNS = "select id, name, login_name, email, grants, invited_at, expires_at ";

    private final Jdbi jdbi;
    private final Clock clock;
    private final PlatformConfig config;
    private final CurrentCommunity community;

    InvitationList(Jdbi jdbi, Clock clock, PlatformConfig config, CurrentCommunity community) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.community = community;
    }

    /** Invitations, the newest first. Two statements. */
    PageOf<InvitedPerson> page(int number, Locale locale) {
        return jdbi.withHandle(handle -> {
            int total = handle.createQuery("select count(*) from people.invitation")
                    .mapTo(Integer.class)
                    .one();
            List<InvitedPerson> rows = handle.createQuery(
                            COLUMNS + "from people.invitation order by invited_at desc, id limit :size offset :offset")
                    .bind("size", PageOf.SIZE)
                    .bind("offset", PageOf.offset(number))
                    .map((row, context) -> row(row, locale))
                    .list();
            return new PageOf<>(rows, number, total, PageOf.SIZE);
        });
    }

    /** One invitation. @throws Problem.NotFound when it is used, withdrawn or never was */
    InvitedPerson of(UUID id, Locale locale) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "from people.invitation where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row, locale))
                .findOne()
                .orElseThrow(Problem::notFound));
    }

    private InvitedPerson row(ResultSet row, Locale locale) throws SQLException {
        Instant until = row.getTimestamp("expires_at").toInstant();
        return new InvitedPerson(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("login_name"),
                row.getString("email"),
                Stream.of((String[]) row.getArray("grants").getArray())
                        .map(grant -> RoleWords.grant(RoleGrant.parse(grant), community.get(), locale))
                        .collect(Collectors.joining("; ")),
                Dates.date(row.getTimestamp("invited_at").toInstant(), config.zone()),
                Dates.dateTime(until, config.zone()),
                !until.isAfter(clock.instant()));
    }
}
