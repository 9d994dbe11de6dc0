package ua.stezhka.account;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** What does not stay for ever, and how long it stays. */
enum RetentionRule {
    /** Requests to be erased whose time of thinking is over. */
    ERASURES(AccountConfig::erasureWait),
    /** Warnings to people whose accounts nobody uses. */
    WARNINGS(config -> config.keepAccounts().minus(config.inactivityWarning())),
    /** Accounts that nobody came back to after the warning. */
    ACCOUNTS(AccountConfig::keepAccounts),
    /** Guests who did not come back. */
    GUESTS(AccountConfig::keepGuests),
    /** Sessions that ended. */
    SESSIONS(AccountConfig::keepSessions),
    /** Wrong passwords. */
    FAILED_SIGN_INS(AccountConfig::keepFailedSignIns),
    /** Copies of data that nobody fetched. */
    EXPORTS(AccountConfig::keepExports),
    /** Answered requests about data. */
    REQUESTS(AccountConfig::keepRequests);

    private final Function<AccountConfig, Duration> period;

    RetentionRule(Function<AccountConfig, Duration> period) {
        this.period = period;
    }

    Duration period(AccountConfig config) {
        return period.apply(config);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
