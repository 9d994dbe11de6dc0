package ua.stezhka.privacy;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import ua.stezhka.account.EmailLinks;
import ua.stezhka.people.Invitations;
import ua.stezhka.people.PeopleImports;
import ua.stezhka.platform.Outbox;

/** What does not stay for ever, and how long it stays. */
enum RetentionRule {
    /** Requests to be erased whose time of thinking is over. */
    ERASURES(PrivacyConfig::erasureWait),
    /** Warnings to people whose accounts nobody uses. */
    WARNINGS(config -> config.keepAccounts().minus(config.inactivityWarning())),
    /** Accounts that nobody came back to after the warning. */
    ACCOUNTS(PrivacyConfig::keepAccounts),
    /** Guests who did not come back. */
    GUESTS(PrivacyConfig::keepGuests),
    /** People with a record or a card and no account: from the last visit, and from the end of the card. */
    ASSISTED(PrivacyConfig::keepAccounts),
    /** Sessions that ended. */
    SESSIONS(PrivacyConfig::keepSessions),
    /** The tokens of sessions that ended; while a session lives, its used ones show a thief. */
    REFRESH_TOKENS(config -> Duration.ofDays(1)),
    /** Wrong passwords. */
    FAILED_SIGN_INS(PrivacyConfig::keepFailedSignIns),
    /** Copies of data that nobody fetched. */
    EXPORTS(PrivacyConfig::keepExports),
    /** Answered requests about data. */
    REQUESTS(PrivacyConfig::keepRequests),
    /** Links of letters that were used or are too old. */
    LINKS(config -> EmailLinks.KEPT),
    /** Invitations that nobody took up. */
    INVITATIONS(config -> Invitations.KEPT_AFTER_END),
    /** What is left of sent letters: that there was one. */
    LETTERS(config -> Outbox.MEMORY),
    /** Lists of people who were not invited after all, and arrivals from other services that led to no account. */
    DRAFTS(config -> PeopleImports.DRAFT_LASTS);

    private final Function<PrivacyConfig, Duration> period;

    RetentionRule(Function<PrivacyConfig, Duration> period) {
        this.period = period;
    }

    Duration period(PrivacyConfig config) {
        return period.apply(config);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RetentionRule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
