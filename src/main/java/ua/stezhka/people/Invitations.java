package ua.stezhka.people;

import jakarta.enterprise.event.Observes;
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
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Problem;

/**
 * Invites people: a link with a secret of 128 bits that works once and for seven days, and another one in a letter to who has an
 * address. Only hashes of secrets are kept, and an invitation that is used or withdrawn leaves nothing behind but its lines in the
 * audit trail. Source: ASVS 5.0, 6.4.1.
 */
@Singleton
public class Invitations {
    private static final Duration LASTS = Duration.ofDays(7);
    public static final Duration KEPT_AFTER_END = Duration.ofDays(30);
    private static final int SECRET_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** By the secret of the screen, or by one of a letter. */
    private static final String OPENED =
            "(code_hash = :hash or id = (select invitation_id from people.invitation_link where secret_hash = :hash)) ";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail audit;
    private final InvitationLetters letters;

    Invitations(Jdbi jdbi, Clock clock, AuditTrail audit, InvitationLetters letters) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.letters = letters;
    }

    /** An invitation as its link opens it. */
    record Open(String name, String loginName, String email, List<RoleGrant> grants, UUID invitedBy) {}

    /** What a letter must know of an invitation; its times as the database keeps them. */
    record Sent(UUID id, String email, Instant at, Instant until) {
        static Sent of(ResultSet row) throws SQLException {
            return new Sent(
                    row.getObject("id", UUID.class),
                    row.getString("email"),
                    row.getTimestamp("invited_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant());
        }
    }

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
                        union select lower(email) from people.invitation
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
        String link = write(person, site, by, true);
        audit.note(AuditNote.of("account.person_invited")
                .by(by)
                .with("invitation", person.id().toString()));
        return link;
    }

    /** Invites many, and leaves the line in the audit trail to whoever calls. @return the links, in the same order */
    @Transactional
    List<String> inviteAll(List<NewInvitation> people, String site, UUID by, boolean byLetter) {
        return people.stream().map(person -> write(person, site, by, byLetter)).toList();
    }

    private String write(NewInvitation person, String site, UUID by, boolean byLetter) {
        String secret = secret();
        Instant now = clock.instant();
        forgetOld();
        endLinksToAnother(person.id(), person.email());
        Sent sent = jdbi.withHandle(handle -> handle.createQuery("""
                            insert into people.invitation
                                (id, code_hash, name, login_name, email, grants, invited_at, invited_by, expires_at)
                            values (:id, :hash, :name, :loginName, :email, :grants, :now, :by, :until)
                            on conflict on constraint invitation_has_an_id do update
                            set code_hash = excluded.code_hash, name = excluded.name, login_name = excluded.login_name,
                                email = excluded.email, grants = excluded.grants
                            where invitation.invited_by = excluded.invited_by
                            returning id, email, invited_at, expires_at""")
                .bind("id", person.id())
                .bind("hash", Throttle.hash(secret))
                .bind("name", person.name())
                .bind("loginName", person.loginName())
                .bind("email", person.email())
                .bind("grants", person.grants().stream().map(RoleGrant::format).toArray(String[]::new))
                .bind("now", now)
                .bind("by", by)
                .bind("until", now.plus(LASTS))
                .map((row, context) -> Sent.of(row))
                .findOne()
                .orElseThrow(Problem::notFound));
        if (byLetter) {
            letters.send(sent);
        }
        return link(site, secret);
    }

    private void forgetOld() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from people.invitation where expires_at < :old")
                .bind("old", clock.instant().minus(KEPT_AFTER_END))
                .execute());
    }

    /** The second press of a form may name another address: links in letters to the first one end. */
    private void endLinksToAnother(UUID id, String email) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        delete from people.invitation_link l using people.invitation i
                        where l.invitation_id = i.id and i.id = :id and i.email <> :email""").bind("id", id).bind("email", email).execute());
    }

    /** Gives an invitation a new link for another seven days; the old one works no more. */
    @Transactional
    String renew(UUID id, String site, UUID by) {
        String secret = secret();
        Instant now = clock.instant();
        Sent sent = jdbi.withHandle(handle -> handle.createQuery("""
                        with ended as (delete from people.invitation_link where invitation_id = :id)
                        update people.invitation
                        set code_hash = :hash, invited_at = :now, invited_by = :by, expires_at = :until
                        where id = :id returning id, email, invited_at, expires_at""")
                .bind("id", id)
                .bind("hash", Throttle.hash(secret))
                .bind("now", now)
                .bind("by", by)
                .bind("until", now.plus(LASTS))
                .map((row, context) -> Sent.of(row))
                .findOne()
                .orElseThrow(Problem::notFound));
        letters.send(sent);
        audit.note(AuditNote.of("account.invitation_renewed").by(by).with("invitation", id.toString()));
        return link(site, secret);
    }

    /** Takes an invitation back; a second time changes nothing. */
    @Transactional
    void withdraw(UUID id, UUID by) {
        int gone = jdbi.withHandle(handle -> handle.createUpdate("delete from people.invitation where id = :id")
                .bind("id", id)
                .execute());
        if (gone == 1) {
            audit.note(AuditNote.of("account.invitation_withdrawn").by(by).with("invitation", id.toString()));
        }
    }

    /** The invitation of a secret, while it works. */
    Optional<Open> find(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name, login_name, email, grants, invited_by from people.invitation
                        where\s""" + OPENED + "and expires_at > :now")
                .bind("hash", Throttle.hash(secret))
                .bind("now", clock.instant())
                .map((row, context) -> open(row))
                .findOne());
    }

    /** Uses a secret up. @return its invitation, for this call only */
    @Transactional
    Optional<Open> use(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from people.invitation where\s""" + OPENED + """
                        and expires_at > :now
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

    static String link(String site, String secret) {
        return site + "/invitation?code=" + secret;
    }

    static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** What the merged account invited others to is an invitation of the one that goes on. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update people.invitation set invited_by = :person where invited_by = :merged")
                .bind("merged", merge.mergedId())
                .bind("person", merge.personId())
                .execute());
    }
}
