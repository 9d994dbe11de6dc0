package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.SealingKey;

/** Applications on phones that show codes: one a person, its secret sealed, each code good for once. */
@Singleton
class CodeApps {
    private final Jdbi jdbi;
    private final Clock clock;
    private final SealingKey key;
    private final FactorOwnership ownership;

    CodeApps(Jdbi jdbi, Clock clock, SealingKey key, FactorOwnership ownership) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.key = key;
        this.ownership = ownership;
    }

    /**
     * The secret that is offered in a session to set an application up: the same each time the page is opened, so that a person who reloads it
     * has not scanned in vain, and nothing is kept before the first right code. Setting up ends the session, so no secret is offered twice.
     */
    byte[] offer(UUID sessionId) {
        byte[] drawn = key.sign("code-app-offer", sessionId.toString().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(drawn, Totp.SECRET_BYTES);
    }

    /** Whether the code comes from an application with this secret. */
    boolean fits(byte[] secret, String code) {
        return Totp.match(secret, code, clock.instant(), Long.MIN_VALUE).isPresent();
    }

    /** When the person's application was added; empty when there is none. */
    Optional<Instant> addedAt(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select added_at from factor.code_app where person_id = :id")
                        .bind("id", personId)
                        .mapTo(Instant.class)
                        .findOne());
    }

    /** The secret of the person's application. */
    Optional<byte[]> secret(UUID personId) {
        return find(personId).map(app -> key.open(personId, app.sealed()));
    }

    /**
     * Keeps an application in place of the one before.
     *
     * @param code its first code, used up by this; empty for none
     */
    @Transactional
    void put(UUID personId, byte[] secret, String code) {
        OptionalLong step = Totp.match(secret, code, clock.instant(), Long.MIN_VALUE);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into factor.code_app (person_id, secret, added_at, last_step)
                        values (:id, :secret, :now, :step)
                        on conflict on constraint one_code_app_a_person
                            do update set secret = excluded.secret, added_at = excluded.added_at, last_step = excluded.last_step""")
                .bind("id", personId)
                .bind("secret", key.seal(personId, secret))
                .bind("now", clock.instant())
                .bind("step", step.orElse(0))
                .execute());
        ownership.tell(personId);
    }

    /** Whether the code is right and was not used before; uses it up. Of two who bring the same code at once, one is let in. */
    @Transactional
    boolean use(UUID personId, String code) {
        Optional<Kept> app = find(personId);
        OptionalLong step = app.isEmpty()
                ? OptionalLong.empty()
                : Totp.match(
                        key.open(personId, app.get().sealed()),
                        code,
                        clock.instant(),
                        app.get().lastStep());
        return step.isPresent()
                && jdbi.withHandle(handle -> handle.createUpdate(
                                        "update factor.code_app set last_step = :step where person_id = :id and last_step < :step")
                                .bind("id", personId)
                                .bind("step", step.getAsLong())
                                .execute())
                        == 1;
    }

    /** @return whether there was one */
    @Transactional
    boolean remove(UUID personId) {
        int removed = jdbi.withHandle(handle -> handle.createUpdate("delete from factor.code_app where person_id = :id")
                .bind("id", personId)
                .execute());
        ownership.tell(personId);
        return removed == 1;
    }

    private Optional<Kept> find(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select secret, last_step from factor.code_app where person_id = :id")
                        .bind("id", personId)
                        .map((row, context) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
                        .findOne());
    }

    private record Kept(byte[] sealed, long lastStep) {}
}
