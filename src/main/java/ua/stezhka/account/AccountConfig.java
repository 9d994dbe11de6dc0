package ua.stezhka.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of accounts and sign-in. */
@ConfigMapping(prefix = "stezhka.account")
public interface AccountConfig {
    /** The folder of the keys that sign sessions; made at the first start. Nodes of one Stezhka share it. */
    Optional<String> keysFolder();

    /** Whether cookies go over HTTPS only (and to localhost). Switch off only in a closed network without HTTPS. */
    @WithDefault("true")
    boolean secureCookies();

    /** How long a person stays signed in. */
    @WithDefault("30d")
    Duration session();

    /** How long a browser remembers a guest. */
    @WithDefault("180d")
    Duration guestSession();

    /** Argon2id: memory in KiB. */
    @WithDefault("19456")
    int argon2Memory();

    /** Argon2id: passes over the memory. */
    @WithDefault("2")
    int argon2Iterations();

    /** How many passwords are hashed at once; more sign-ins wait in a queue. */
    @WithDefault("2")
    int hashesAtOnce();

    /** Wrong passwords of one account that cost no waiting. */
    @WithDefault("5")
    int freeTries();

    /** How long somebody who asked to be erased can change their mind. */
    @WithDefault("7d")
    Duration erasureWait();

    /** Within which time requests about personal data must be answered. */
    @WithDefault("30d")
    Duration answerWithin();

    /** How long a copy of a person's data waits to be fetched. */
    @WithDefault("24h")
    Duration keepExports();

    /** How long a guest who does not come back is kept. */
    @WithDefault("400d")
    Duration keepGuests();

    /** How long an account is kept that nobody signs in to; the warning comes before the end of it. */
    @WithDefault("1095d")
    Duration keepAccounts();

    /** How long before its end the owner of an unused account is warned. */
    @WithDefault("30d")
    Duration inactivityWarning();

    /** How long a session is kept after it ended; the latest one of a person stays. */
    @WithDefault("90d")
    Duration keepSessions();

    /** How long wrong passwords are remembered. */
    @WithDefault("1d")
    Duration keepFailedSignIns();

    /** How long requests about personal data are kept after they were answered. */
    @WithDefault("1095d")
    Duration keepRequests();
}
