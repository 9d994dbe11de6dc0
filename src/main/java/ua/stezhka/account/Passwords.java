package ua.stezhka.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ua.stezhka.platform.Problem;

/**
 * Hashes of passwords by Argon2id. Only a few are computed at once, so that a wave of sign-ins takes neither all memory nor
 * all processors from people who are answering. Source: ASVS 5.0, 11.4.2.
 */
@ApplicationScoped
class Passwords {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Argon2Function function;
    private final Semaphore places;
    private final String nobody;

    Passwords(AccountConfig config) {
        function = Argon2Function.getInstance(config.argon2Memory(), config.argon2Iterations(), 1, 32, Argon2.ID);
        places = new Semaphore(config.hashesAtOnce(), true);
        nobody = hash("a password that nobody has");
    }

    String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(16).with(function).getResult());
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as a real check, so that nobody learns from the time whether an account exists. */
    boolean matchesNobody(String password) {
        matches(password, nobody);
        return false;
    }

    /** Whether the hash was made with weaker parameters than today's. */
    boolean outdated(String hash) {
        Argon2Function made = Argon2Function.getInstanceFromHash(hash);
        return made.getMemory() < function.getMemory() || made.getIterations() < function.getIterations();
    }

    private <T> T inTurn(Supplier<T> work) {
        boolean taken = false;
        try {
            taken = places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!taken) {
                throw Problem.busy(Duration.ofSeconds(10));
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy(Duration.ofSeconds(10));
        } finally {
            if (taken) {
                places.release();
            }
        }
    }
}
