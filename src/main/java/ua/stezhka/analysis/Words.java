package ua.stezhka.analysis;

import com.ibm.icu.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import ua.stezhka.platform.Texts;

/** Figures as people read them, and what they mean in plain words. */
final class Words {
    static final String NOTHING = "—";
    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
    }

    String get(String name, Object... arguments) {
        return Texts.get(locale, "analysis." + name, arguments);
    }

    /** Such as 0,62; a dash for nothing. */
    String decimal(OptionalDouble value) {
        return value.isEmpty() ? NOTHING : number(value.getAsDouble(), 2, 2);
    }

    /** Whose attempts are counted, and whether the reader sees small numbers. */
    String note(boolean exact) {
        return get("firstOnly") + ' ' + get(exact ? "smallShown" : "smallHidden");
    }

    /** Such as 62 %; a dash for nothing. */
    String percent(OptionalDouble share) {
        return share.isEmpty() ? NOTHING : percent(share.getAsDouble());
    }

    String percent(double share) {
        return number(100 * share, 0, 0) + "\u00a0%";
    }

    /** Such as 47 с or 2,5 хв; a dash for nothing. */
    String time(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return NOTHING;
        }
        double value = seconds.getAsDouble();
        return value < 100 ? get("seconds", number(value, 0, 0)) : get("minutes", number(value / 60, 1, 0));
    }

    String count(long count) {
        return number((double) count, 0, 0);
    }

    /** Such as листопад 2026. */
    String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + month.getYear();
    }

    /** Such as 11.26. */
    static String shortMonth(YearMonth month) {
        return "%02d.%02d".formatted(month.getMonthValue(), month.getYear() % 100);
    }

    private String number(double value, int most, int least) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(most);
        format.setMinimumFractionDigits(least);
        format.setRoundingMode(com.ibm.icu.math.BigDecimal.ROUND_HALF_UP);
        String text = format.format(value);
        return text.replace("-", "\u2212");
    }

    /** Bounds: Ebel and Frisbie (1991), 13. */
    String discrimination(OptionalDouble value) {
        if (value.isEmpty()) {
            return get("meansNothing");
        }
        double it = value.getAsDouble();
        String word = it < 0 ? "negative" : it < 0.2 ? "weak" : it < 0.3 ? "fair" : it < 0.4 ? "good" : "strong";
        return get("discriminates_" + word);
    }

    String facility(OptionalDouble value) {
        if (value.isEmpty()) {
            return get("meansNothing");
        }
        double it = value.getAsDouble();
        String word = it > 0.95 ? "all" : it > 0.7 ? "most" : it > 0.3 ? "half" : it > 0.2 ? "few" : "none";
        return get("facility_" + word);
    }

    /** Bounds: J. C. Nunnally (1978), Psychometric Theory, 7: 0.7 for a first use, 0.8 for research, 0.9 where much depends on it. */
    String reliability(double value) {
        String word = value >= 0.9 ? "high" : value >= 0.8 ? "good" : value >= 0.7 ? "enough" : "low";
        return get("reliability_" + word);
    }

    /** Flags as a page shows them. */
    java.util.List<QuizStatisticsView.Tag> tags(Set<Flag> flags) {
        return flags.stream()
                .map(flag -> new QuizStatisticsView.Tag(
                        flag.key(), get("flag_" + flag.key()), get("why_" + flag.key()), flag != Flag.TOO_FEW))
                .toList();
    }
}
