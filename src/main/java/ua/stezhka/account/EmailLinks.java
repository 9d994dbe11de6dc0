package ua.stezhka.account;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.LetterDue;
import ua.stezhka.platform.PlatformConfig;

/**
 * Links in letters, each for one use within half an hour. A secret of 256 random bits is made when the letter leaves and stands nowhere
 * but in the letter: the database keeps its hash. A change of password or address ends them. Source: ASVS 5.0, 6.4.1, 6.5.5, 11.5.1.
 */
@Singleton
public class EmailLinks {
    public static final Duration KEPT = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final String origin;

    EmailLinks(Jdbi jdbi, Clock clock, PlatformConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.origin = config.origin().orElse("");
    }

    /** What a link is for. */
    enum Purpose {
        SIGN_IN("sign_in", "/sign-in/link/open?secret="),
        CONFIRMATION("confirmation", "/email-confirmation?secret=");

        private final String key;
        private final String path;

        Purpose(String key, String path) {
            this.key = key;
            this.path = path;
        }
    }

    /** Makes the link of a letter that is about to leave; for an address of nobody there is no letter. */
    @Transactional
    void make(@Observes LetterDue due) {
        Instant asked = due.letter().uselessAt().minus(AccountLetters.LINK_LIVES);
        String key = LoginName.key(due.letter().to());
        switch (due.letter().template()) {
            case AccountLetters.LINK ->
                ownerOf(key, asked).ifPresentOrElse(person -> make(due, person, key, Purpose.SIGN_IN), due::drop);
            case AccountLetters.CONFIRMATION -> {
                UUID person = UUID.fromString(due.letter().values().get("person"));
                if (wishes(person, key)) {
                    make(due, person, key, Purpose.CONFIRMATION);
                } else {
                    due.drop();
                }
            }
            default -> {
                return;
            }
        }
    }

    private void make(LetterDue due, UUID personId, String emailKey, Purpose purpose) {
        String secret = Secrets.next();
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from account.email_link where expires_at < :old")
                    .bind("old", now.minus(KEPT))
                    .execute();
            handle.createUpdate("""
                            insert into account.email_link (secret_hash, person_id, purpose, email_key, made_at, expires_at)
                            values (:hash, :person, :purpose, :email, :now, :end)""")
                    .bind("hash", Throttle.hash(secret))
                    .bind("person", personId)
                    .bind("purpose", purpose.key)
                    .bind("email", emailKey)
                    .bind("now", now)
                    .bind("end", due.letter().uselessAt())
                    .execute();
        });
        due.add("link", origin + purpose.path + secret);
    }

    /** The person whose confirmed address this is, unless blocked, or the password is newer than the wish for a link. */
    private Optional<UUID> ownerOf(String emailKey, Instant asked) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id from account.password w join account.person p on p.id = w.person_id
                        where w.email_key = :email and w.email_confirmed_at is not null and w.changed_at <= :asked
                          and p.blocked_at is null""")
                .bind("email", emailKey)
                .bind("asked", asked)
                .mapTo(UUID.class)
                .findOne());
    }

    private boolean wishes(UUID personId, String emailKey) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from account.email_wish e join account.person p on p.id = e.person_id
                            where e.person_id = :person and e.email_key = :email and p.blocked_at is null)""")
                .bind("person", personId)
                .bind("email", emailKey)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the link can be used; it is not used up by this. */
    boolean lives(String secret, Purpose purpose) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from account.email_link l join account.person p on p.id = l.person_id
                            where l.secret_hash = :hash and l.purpose = :purpose and l.used_at is null and l.expires_at > :now
                              and p.blocked_at is null)""")
                .bind("hash", Throttle.hash(secret))
                .bind("purpose", purpose.key)
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * A link that was just used.
     *
     * @param emailKey the address that its letter went to
     */
    record Used(UUID personId, String emailKey) {}

    /** Uses the link up. @return whose it is; empty when it is unknown, used or too old, and for a blocked person */
    @Transactional
    Optional<Used> use(String secret, Purpose purpose) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update account.email_link l set used_at = :now
                        from account.person p
                        where l.secret_hash = :hash and l.purpose = :purpose and l.used_at is null and l.expires_at > :now
                          and p.id = l.person_id and p.blocked_at is null
                        returning l.person_id, l.email_key""")
                .bind("hash", Throttle.hash(secret))
                .bind("purpose", purpose.key)
                .bind("now", clock.instant())
                .map((row, context) -> new Used(row.getObject("person_id", UUID.class), row.getString("email_key")))
                .findOne());
    }

    /** Ends the links that a person has not used yet. */
    @Transactional
    void end(UUID personId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.email_link set used_at = :now where person_id = :person and used_at is null")
                .bind("person", personId)
                .bind("now", clock.instant())
                .execute());
    }

    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from account.email_link where person_id = :merged")
                .bind("merged", merge.mergedId())
                .execute());
    }

    void endAfter(@Observes PasswordChanged change) {
        end(change.personId());
    }
}
