package ua.stezhka.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Problem;

/**
 * Invites people: a link with a secret of 128 bits that works once and for seven days. Only the hash of the secret is kept, and an
 * invitation that is used or withdrawn leaves nothing behind but its lines in the audit trail. Source: ASVS 5.0, 6.4.1.
 */
@Singleton
class Invitations {
    private static final Duration LASTS = Duration.ofDays(7);
    static final Duration KEPT_AFTER_END = Duration.ofDays(30);
    private static final int SECRET_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail audit;
    private final Event<PersonInvited> invited;

    Invitations(Jdbi jdbi, Clock clock, AuditTrail audit, Event<PersonInvited> invited) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.invited = invited;
    }

    /** An invitation as its link opens it. */
    record Open(String name, String loginName, String email, List<RoleGrant> grants, UUID invitedBy) {}

    /** Adds to the faults what somebody else has already: with an account, or with another invitation. */
    Faults check(NewInvitation person, Faults faults) {
        person.check(faults);
        Set<String> taken = taken(List.of(person));
        if (taken.contains(person.loginKey())) {
            faults.add("loginName", "account.login_name_taken");
        }
        if (taken.contains(person.emailKey())) {
            faults.add("email", "account.email_invited_or_taken");
        }
        return faults;
    }

    /** Which of their names to sign in with and e-mails are taken. One statement. */
    Set<String> taken(List<NewInvitation> people) {
        String[] keys = people.stream()
                .flatMap(person -> Stream.of(person.loginKey(), person.emailKey()))
                .filter(key -> !key.isEmpty())
                .toArray(String[]::new);
        UUID[] own = people.stream().map(NewInvitation::id).toArray(UUID[]::new);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select login_key from account.password where login_key = any (:keys)
                        union select email_key from account.password where email_key = any (:keys)
                        union select lower(email) from account.invitation
                              where lower(email) = any (:keys) and expires_at > :now and id <> all (:own)""")
                .bind("keys", keys)
                .bind("own", own)
                .bind("now", clock.instant())
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /**
     * Invites somebody. A second press of the same form gives a new link, and the first works no more.
     *
     * @param site the beginning of the link, such as {@code https://stezhka.example}
     * @return the link
     */
    @Transactional
    String invite(NewInvitation person, String site, UUID by) {
        String link = write(person, site, by);
        audit.note(AuditNote.of("account.person_invited")
                .by(by)
                .with("invitation", person.id().toString()));
        return link;
    }

    /** Invites many, and leaves the line in the audit trail to whoever calls. @return the links, in the same order */
    @Transactional
    List<String> inviteAll(List<NewInvitation> people, String site, UUID by) {
        return people.stream().map(person -> write(person, site, by)).toList();
    }

    private String write(NewInvitation person, String site, UUID by) {
        String secret = secret();
        Instant now = clock.instant();
        int written = jdbi.withHandle(handle -> {
            handle.createUpdate("delete from account.invitation where expires_at < :old")
                    .bind("old", now.minus(KEPT_AFTER_END))
                    .execute();
            return handle.createUpdate("""
                            insert into account.invitation
                                (id, code_hash, name, login_name, email, grants, invited_at, invited_by, expires_at)
                            values (:id, :hash, :name, :loginName, :email, :grants, :now, :by, :until)
                            on conflict on constraint invitation_has_an_id do update
                            set code_hash = excluded.code_hash, name = excluded.name, login_name = excluded.login_name,
                                email = excluded.email, grants = excluded.grants
                            where invitation.invited_by = excluded.invited_by""")
                    .bind("id", person.id())
                    .bind("hash", Throttle.hash(secret))
                    .bind("name", person.name())
                    .bind("loginName", person.loginName())
                    .bind("email", person.email())
                    .bind(
                            "grants",
                            person.grants().stream().map(RoleGrant::format).toArray(String[]::new))
                    .bind("now", now)
                    .bind("by", by)
                    .bind("until", now.plus(LASTS))
                    .execute();
        });
        if (written == 0) {
            throw Problem.notFound();
        }
        return told(person.name(), person.email(), link(site, secret));
    }

    /** Gives an invitation a new link for another seven days; the old one works no more. */
    @Transactional
    String renew(UUID id, String site, UUID by) {
        String secret = secret();
        Instant now = clock.instant();
        String[] person = jdbi.withHandle(handle -> handle.createQuery("""
                        update account.invitation
                        set code_hash = :hash, invited_at = :now, invited_by = :by, expires_at = :until
                        where id = :id returning name, email""")
                .bind("id", id)
                .bind("hash", Throttle.hash(secret))
                .bind("now", now)
                .bind("by", by)
                .bind("until", now.plus(LASTS))
                .map((row, context) -> new String[] {row.getString("name"), row.getString("email")})
                .findOne()
                .orElseThrow(Problem::notFound));
        String link = told(person[0], person[1], link(site, secret));
        audit.note(AuditNote.of("account.invitation_renewed").by(by).with("invitation", id.toString()));
        return link;
    }

    /** Takes an invitation back; a second time changes nothing. */
    @Transactional
    void withdraw(UUID id, UUID by) {
        int gone = jdbi.withHandle(handle -> handle.createUpdate("delete from account.invitation where id = :id")
                .bind("id", id)
                .execute());
        if (gone == 1) {
            audit.note(AuditNote.of("account.invitation_withdrawn").by(by).with("invitation", id.toString()));
        }
    }

    /** The invitation of a secret, while it works. */
    Optional<Open> find(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name, login_name, email, grants, invited_by from account.invitation
                        where code_hash = :hash and expires_at > :now""")
                .bind("hash", Throttle.hash(secret))
                .bind("now", clock.instant())
                .map((row, context) -> open(row))
                .findOne());
    }

    /** Uses a secret up. @return its invitation, for this call only */
    @Transactional
    Optional<Open> use(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from account.invitation where code_hash = :hash and expires_at > :now
                        returning name, login_name, email, grants, invited_by""")
                .bind("hash", Throttle.hash(secret))
                .bind("now", clock.instant())
                .map((row, context) -> open(row))
                .findOne());
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getString("name"),
                row.getString("login_name"),
                row.getString("email"),
                Stream.of((String[]) row.getArray("grants").getArray())
                        .map(RoleGrant::parse)
                        .toList(),
                row.getObject("invited_by", UUID.class));
    }

    private String told(String name, String email, String link) {
        invited.fire(new PersonInvited(name, email, link));
        return link;
    }

    private static String link(String site, String secret) {
        return site + "/invitation?code=" + secret;
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
