package ua.stezhka.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of people’s rights to their data, and how long what is kept. */
@ConfigMapping(prefix = "stezhka.privacy")
public interface PrivacyConfig {
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

    /** How long a node waits before it looks again for what may be kept no longer; {@code off} on nodes that shall not look. */
    @WithDefault("1h")
    String retentionPause();
}
