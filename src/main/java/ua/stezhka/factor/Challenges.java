package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.SealingKey;
import ua.stezhka.account.Throttle;

/**
 * What a passkey signs to prove that it is here now: chance, a time of expiry and our own signature. So nothing is written before it is
 * answered, any node takes it, and an answer is taken once. Source: WebAuthn Level 3, 13.4.3.
 */
@Singleton
class Challenges {
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int CHANCE_BYTES = 16;
    private static final int BODY_BYTES = CHANCE_BYTES + Long.BYTES;

    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final Clock clock;
    private final SealingKey key;

    Challenges(Jdbi jdbi, Clock clock, SealingKey key) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.key = key;
    }

    /** @param purpose what may be done with the answer, and by whom */
    byte[] issue(String purpose) {
        byte[] chance = new byte[CHANCE_BYTES];
        random.nextBytes(chance);
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .put(chance)
                .putLong(clock.instant().plus(LASTS).getEpochSecond())
                .array();
        byte[] signature = key.sign("challenge " + purpose, body);
        return ByteBuffer.allocate(BODY_BYTES + signature.length)
                .put(body)
                .put(signature)
                .array();
    }

    /** Whether the challenge is ours, for this purpose and still good. */
    boolean known(String purpose, byte[] challenge) {
        if (challenge.length <= BODY_BYTES) {
            return false;
        }
        byte[] body = Arrays.copyOf(challenge, BODY_BYTES);
        byte[] signature = Arrays.copyOfRange(challenge, BODY_BYTES, challenge.length);
        return MessageDigest.isEqual(key.sign("challenge " + purpose, body), signature)
                && clock.instant().isBefore(expiry(body));
    }

    /** Uses the challenge up. @return whether nobody has before */
    @Transactional
    boolean spend(byte[] challenge) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from factor.spent_challenge where expires_at < :now")
                    .bind("now", clock.instant())
                    .execute();
            return handle.createUpdate("""
                                    insert into factor.spent_challenge (challenge_hash, expires_at) values (:hash, :expiry)
                                    on conflict on constraint challenge_is_answered_once do nothing""")
                            .bind("hash", Throttle.hash(HexFormat.of().formatHex(challenge)))
                            .bind("expiry", expiry(challenge))
                            .execute()
                    == 1;
        });
    }

    private static Instant expiry(byte[] challenge) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(challenge).getLong(CHANCE_BYTES));
    }
}
