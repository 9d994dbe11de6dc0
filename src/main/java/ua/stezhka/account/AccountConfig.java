package ua.stezhka.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
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

    /** How long nobody may do anything on a shared computer before the session ends. */
    @WithDefault("15m")
    Duration sharedIdle();

    /**
     * How long the browser of a shared computer may be silent before the session ends: it crashed, lost its light or was closed.
     * An open page says every half minute that it is there; a longer loss of the network ends the session too.
     */
    @WithDefault("3m")
    Duration sharedSilence();

    /** The longest session on a shared computer. */
    @WithDefault("8h")
    Duration sharedSession();

    /** Services that vouch for people, each under a short name that stands in addresses. */
    Map<String, ProviderConfig> openid();
}
