package ua.stezhka.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Setting;
import ua.stezhka.platform.StartRefused;

/**
 * The keys that sign sessions, as they lie in the keys folder now: a new one is seen without a restart, a removed one opens nothing
 * any more. Without keys nobody is let in and nobody stays in. Source: ASVS 5.0, 9.1.3, 13.3 and 16.5.3.
 */
@Singleton
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** How old what we know of the folder may be. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** A new key signs nothing until every node, and whoever keeps our public keys, has seen it. */
    static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(50);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    /** Before whoever signs somebody in at the start, such as a demonstration. */
    private static final int WHEN = 1500;

    private final Path path;
    private final KeyFolder folder;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    @Inject
    SigningKeys(AccountConfig config, Clock clock) {
        this(folder(config), clock);
    }

    SigningKeys(Path path, Clock clock) {
        this.path = path;
        this.folder = new KeyFolder(path);
        this.clock = clock;
    }

    static Path folder(AccountConfig config) {
        return config.keysFolder().map(Path::of).orElseGet(SigningKeys::usualFolder);
    }

    static Path usualFolder() {
        return Path.of(Setting.of("stezhka.data").orElse("data"), "keys");
    }

    /** Makes the first key at the first start; damaged ones are no start. */
    void prepare(@Observes @Priority(WHEN) StartupEvent start) {
        try {
            folder.makeFirst();
            folder.keys();
        } catch (IOException damaged) {
            throw StartRefused.because("start.keysDamaged", path, String.valueOf(damaged.getMessage()));
        }
    }

    /** All keys whose tokens are taken, oldest first. @throws Problem.Busy when they are missing or damaged */
    List<SigningKey> all() {
        Instant now = clock.instant();
        Seen last = seen;
        if (last == null || !last.isFreshAt(now)) {
            last = read(now);
            seen = last;
        }
        if (last.keys().isEmpty()) {
            throw Problem.busy(TRY_AGAIN);
        }
        return last.keys();
    }

    /** The key with this id, among our own and nowhere else. */
    Optional<SigningKey> find(@Nullable String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The newest key that is known everywhere. */
    SigningKey signing() {
        List<SigningKey> keys = all();
        Instant known = clock.instant().minus(KNOWN_EVERYWHERE);
        return keys.reversed().stream()
                .filter(key -> !key.since().isAfter(known))
                .findFirst()
                .orElseGet(keys::getFirst);
    }

    /** The next look reads the folder anew. */
    void forget() {
        seen = null;
    }

    private Seen read(Instant now) {
        try {
            return new Seen(folder.keys(), now);
        } catch (IOException missing) {
            LOG.errorf("the keys in %s cannot be used, so nobody is let in: %s", path, missing);
            return new Seen(List.of(), now);
        }
    }

    private record Seen(List<SigningKey> keys, Instant at) {
        boolean isFreshAt(Instant now) {
            Duration age = Duration.between(at, now);
            return !age.isNegative() && age.compareTo(FRESH) < 0;
        }
    }
}
