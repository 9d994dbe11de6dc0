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

    /** How long an access token opens; then the refresh token renews it. Shorter where a session may be idle only shortly: a fifth of that. */
    @WithDefault("10m")
    Duration accessToken();

    /** So long a refresh token that was just used is taken again: for pages asked for together and for lost answers. */
    @WithDefault("20s")
    Duration refreshGrace();

    /** How long a person stays signed in at most. */
    @WithDefault("30d")
    Duration session();

    /** How long a printed access card keeps somebody signed in: cards are used on computers that many people share. */
    @WithDefault("12h")
    Duration cardSession();

    /** How long a person stays signed in without coming by. */
    @WithDefault("14d")
    Duration sessionIdle();

    /** How long a person with a staff role stays signed in at most: a working day. */
    @WithDefault("12h")
    Duration staffSession();

    /** How long a person with a staff role stays signed in without doing anything. */
    @WithDefault("1h")
    Duration staffIdle();

    /** How long anybody stays signed in at a shared computer at most. */
    @WithDefault("8h")
    Duration sharedSession();

    /** How long anybody stays signed in at a shared computer without doing anything. */
    @WithDefault("15m")
    Duration sharedIdle();

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

    /** Whether people who look after others must come in with a second factor: a code from an application, or a passkey. */
    @WithDefault("true")
    boolean staffSecondFactor();

    /**
     * How long the browser of a shared computer may be silent before the session ends: it crashed, lost its light or was closed.
     * An open page says every half minute that it is there; a longer loss of the network ends the session too.
     */
    @WithDefault("3m")
    Duration sharedSilence();

    /**
     * How long the session of a shared computer is in doubt after the last page broke off without a farewell; then it ends. A page that
     * was only cut off for a moment comes back within that time.
     */
    @WithDefault("5s")
    Duration sharedBreak();

    /** How long the session of a shared computer goes on after the last page was left or closed, unless another page opens. */
    @WithDefault("60s")
    Duration sharedLeft();
}
