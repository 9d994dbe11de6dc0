package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;

/** Puts the rules of retention into words. */
@Singleton
class RetentionViews {
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_YEAR = 365;

    private final Retention retention;
    private final PrivacyConfig config;
    private final Clock clock;
    private final Frame frame;
    private final ZoneId zone;

    RetentionViews(Retention retention, PrivacyConfig config, Clock clock, Frame frame, PlatformConfig platform) {
        this.retention = retention;
        this.config = config;
        this.clock = clock;
        this.frame = frame;
        this.zone = platform.zone();
    }

    RetentionView view() {
        Map<RetentionRule, Retention.Run> runs = retention.lastRuns(clock.instant());
        return new RetentionView(Arrays.stream(RetentionRule.values())
                .map(rule -> row(rule, runs.get(rule)))
                .toList());
    }

    private RetentionView.Row row(RetentionRule rule, Retention.@Nullable Run run) {
        return new RetentionView.Row(
                Texts.get(frame.locale(), "account.retention_" + rule.key()),
                period(rule.period(config)),
                run == null ? "" : Dates.dateTime(run.ranAt(), zone),
                run == null ? 0 : run.affected());
    }

    private String period(Duration period) {
        if (period.toDays() >= DAYS_A_YEAR && period.toHours() % (DAYS_A_YEAR * HOURS_A_DAY) == 0) {
            return Texts.get(frame.locale(), "account.years", period.toDays() / DAYS_A_YEAR);
        }
        return period.toHours() % HOURS_A_DAY == 0
                ? Texts.get(frame.locale(), "account.days", period.toDays())
                : Texts.get(frame.locale(), "account.hours", period.toHours());
    }
}
