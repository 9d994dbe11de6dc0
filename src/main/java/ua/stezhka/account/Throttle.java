package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/**
 * Slows down guessing of passwords: after some wrong ones the wait grows, for the account and address together quickly, for
 * the account alone slowly; never a lock for ever, and a class behind one address is not punished. Kept in the database, so
 * that all nodes count together. Source: ASVS 5.0, 6.3.1.
 */
@Singleton
public class Throttle {
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int ACCOUNT_ALONE_IS_SLOWER_BY = 15;

    private final Jdbi jdbi;
    private final Clock clock;
    private final int freeTries;

    Throttle(Jdbi jdbi, Clock clock, AccountConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.freeTries = config.freeTries();
    }

    /** @throws Problem.TooMany while this account must wait */
    public void check(String loginKey, String address) {
        check(loginKey, address, freeTries);
    }

    /**
     * The same for what may be tried more often.
     *
     * @param free tries that cost no waiting
     * @throws Problem.TooMany while it must wait
     */
    public void check(String loginKey, String address, int free) {
        Instant now = clock.instant();
        Failures failures = failures(loginKey, address, now);
        Duration wait = longer(
                delay(failures.fromAddress() - free), delay(failures.ofAccount() - free - ACCOUNT_ALONE_IS_SLOWER_BY));
        Instant open = failures.last().plus(wait);
        if (!wait.isZero() && now.isBefore(open)) {
            throw Problem.tooMany(Duration.between(now, open).plusSeconds(1));
        }
    }

    /** Notes a wrong password. @return whether the next try from this address is the first that has to wait */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean failed(String loginKey, String address) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from account.failed_sign_in where failed_at < :old")
                    .bind("old", now.minus(MEMORY))
                    .execute();
            handle.createUpdate("""
                            insert into account.failed_sign_in (id, login_hash, address_hash, failed_at)
                            values (:id, :login, :address, :now)""")
                    .bind("id", Ids.next())
                    .bind("login", hash(loginKey))
                    .bind("address", hash(address))
                    .bind("now", now)
                    .execute();
        });
        return failures(loginKey, address, now).fromAddress() == freeTries;
    }

    /** A right password from this address: the address begins anew. */
    @Transactional
    public void succeeded(String loginKey, String address) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from account.failed_sign_in where login_hash = :login and address_hash = :address")
                .bind("login", hash(loginKey))
                .bind("address", hash(address))
                .execute());
    }

    private Failures failures(String loginKey, String address, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as of_account, count(*) filter (where address_hash = :address) as from_address,
                               coalesce(max(failed_at), :since) as last
                        from account.failed_sign_in where login_hash = :login and failed_at >= :since""")
                .bind("login", hash(loginKey))
                .bind("address", hash(address))
                .bind("since", now.minus(MEMORY))
                .map((row, context) -> new Failures(
                        row.getInt("of_account"),
                        row.getInt("from_address"),
                        row.getTimestamp("last").toInstant()))
                .one());
    }

    private static Duration delay(int over) {
        return over < 0 ? Duration.ZERO : shorter(Duration.ofSeconds(1L << Math.min(over, 20)), LONGEST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    public static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Failures(int ofAccount, int fromAddress, Instant last) {}

    /** Forgets the wrong tries at one door that is no more. */
    @Transactional
    public void forget(String loginKey) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from account.failed_sign_in where login_hash = :login")
                .bind("login", hash(loginKey))
                .execute());
    }
}
