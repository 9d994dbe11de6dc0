package ua.stezhka.account;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ua.stezhka.platform.Problem;

/**
 * Hashes of passwords by Argon2id. Only a few are computed at once, so that a wave of sign-ins takes neither all memory nor
 * all processors from people who are answering: on threads of the operating system, which shares processors fairly, as a virtual
 * thread that computes lets no other one on. Source: ASVS 5.0, 11.4.2.
 */
@Singleton
public class Passwords {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Argon2 today;
    private final ExecutorService places;
    private final String nobody;

    Passwords(AccountConfig config) {
        today = new Argon2(config.argon2Memory(), config.argon2Iterations());
        places = Executors.newFixedThreadPool(
                config.hashesAtOnce(),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        nobody = hash("a password that nobody has");
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> today.hash(password, salt));
    }

    public boolean matches(String password, String hash) {
        return inTurn(() -> Argon2.matches(password, hash));
    }

    /** Takes as long as a real check, so that nobody learns from the time whether an account exists. */
    public boolean matchesNobody(String password) {
        matches(password, nobody);
        return false;
    }

    /** Whether the hash was made with weaker parameters than today's. */
    boolean outdated(String hash) {
        Argon2 made = Argon2.of(hash);
        return made.memory() < today.memory() || made.iterations() < today.iterations();
    }

    private <T> T inTurn(Callable<T> work) {
        Future<T> running = places.submit(work);
        try {
            return running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            running.cancel(false);
            throw Problem.busy(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            running.cancel(false);
            Thread.currentThread().interrupt();
            throw Problem.busy(Duration.ofSeconds(10));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        places.shutdown();
    }
}
