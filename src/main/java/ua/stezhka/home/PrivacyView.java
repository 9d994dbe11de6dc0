package ua.stezhka.home;

import ua.stezhka.privacy.PrivacyConfig;

/** The periods of the page of privacy, in days. */
public record PrivacyView(long guestDays, long accountDays, long warningDays, long sessionDays, long answerDays) {
    static PrivacyView of(PrivacyConfig config) {
        return new PrivacyView(
                config.keepGuests().toDays(),
                config.keepAccounts().toDays(),
                config.inactivityWarning().toDays(),
                config.keepSessions().toDays(),
                config.answerWithin().toDays());
    }
}
