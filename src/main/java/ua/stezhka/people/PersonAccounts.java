package ua.stezhka.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Role;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Visitor;
import ua.stezhka.desk.Card;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** Reads one account for the pages of administrators. */
@Singleton
class PersonAccounts {
    private static final String ACCOUNT = """
            select p.id, p.name, p.registered_at, p.blocked_at is not null as blocked, p.merged_at is not null as merged,
                   p.adopted_by, w.login_name, w.email, b.reason,
                   w.person_id is not null as password, w.email_confirmed_at is not null as email_confirmed,
                   exists (select from factor.code_app a where a.person_id = p.id) as code_app,
                   (select count(*) from factor.passkey k where k.person_id = p.id) as passkeys,
                   (select count(*) from factor.recovery_code r where r.person_id = p.id and r.used_at is null) as recovery_codes,
                   array(select distinct split_part(split_part(v.issuer, '://', 2), '/', 1) from identity.vouched_identity v
                         where v.person_id = p.id order by 1) as services,
                   case when c.expires_at <= :now then 'old' when c.pin_failures >= :most then 'locked'
                        when c.id is not null then 'good' else '' end as card,
                   c.expires_at as card_until,
                   (select max(s.started_at) from account.session s where s.person_id = p.id) as seen_at,
                   (select count(*) from account.session s
                    where s.person_id = p.id and s.ended_at is null and s.expires_at > :now) as sessions
            from account.person p
            left join account.password w on w.person_id = p.id
            left join desk.access_card c on c.person_id = p.id and c.ended_at is null
            left join people.person_block b on b.person_id = p.id and b.ended_at is null
            where p.id = :id and p.registered_at is not null
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final PlatformConfig config;
    private final Visitor visitor;
    private final Frame frame;

    PersonAccounts(Jdbi jdbi, Clock clock, PlatformConfig config, Visitor visitor, Frame frame) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.visitor = visitor;
        this.frame = frame;
    }

    /**
     * The account of a registered person. Two statements.
     *
     * @throws Problem.NotFound when there is no such account
     */
    PersonAccount of(UUID personId) {
        return jdbi.withHandle(handle -> {
            List<PersonAccount.Grant> grants = handle.createQuery("""
                            select id, role, scope_kind, scope_id, granted_at, ended_at from account.role_grant
                            where person_id = :id order by ended_at desc nulls first, granted_at desc, id""")
                    .bind("id", personId)
                    .map((row, context) -> grant(row, frame.locale()))
                    .list();
            return handle.createQuery(ACCOUNT)
                    .bind("id", personId)
                    .bind("now", clock.instant())
                    .bind("most", Card.MOST_FAILURES)
                    .map((row, context) -> account(row, grants))
                    .findOne()
                    .orElseThrow(Problem::notFound);
        });
    }

    private PersonAccount account(ResultSet row, List<PersonAccount.Grant> grants) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String name = row.getString("name");
        return new PersonAccount(
                id,
                name,
                People.initials(name),
                date(row.getTimestamp("registered_at")),
                dateTime(row.getTimestamp("seen_at")),
                orEmpty(row.getString("login_name")),
                orEmpty(row.getString("email")),
                row.getBoolean("blocked"),
                reason(row.getString("reason"), frame.locale()),
                row.getInt("sessions"),
                row.getBoolean("merged") ? row.getObject("adopted_by", UUID.class) : null,
                visitor.personId().filter(id::equals).isPresent(),
                doors(row),
                grants);
    }

    private PersonDoors doors(ResultSet row) throws SQLException {
        return new PersonDoors(
                row.getBoolean("password"),
                row.getBoolean("email_confirmed"),
                row.getBoolean("code_app"),
                row.getInt("passkeys"),
                row.getInt("recovery_codes"),
                List.of((String[]) row.getArray("services").getArray()),
                row.getString("card"),
                date(row.getTimestamp("card_until")));
    }

    private PersonAccount.Grant grant(ResultSet row, Locale locale) throws SQLException {
        Scope scope = new Scope(Scope.Kind.of(row.getString("scope_kind")), row.getObject("scope_id", UUID.class));
        return new PersonAccount.Grant(
                row.getObject("id", UUID.class),
                RoleWords.role(Role.of(row.getString("role")), locale),
                RoleWords.scope(scope, frame.getCommunity(), locale),
                date(row.getTimestamp("granted_at")),
                date(row.getTimestamp("ended_at")));
    }

    private static String reason(@Nullable String reason, Locale locale) {
        return reason == null ? "" : Texts.get(locale, "people.reason_" + reason);
    }

    private String date(@Nullable Timestamp at) {
        return Dates.date(at == null ? null : at.toInstant(), config.zone());
    }

    private String dateTime(@Nullable Timestamp at) {
        return Dates.dateTime(at == null ? null : at.toInstant(), config.zone());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
