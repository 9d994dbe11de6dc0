package ua.stezhka.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Option;

/**
 * The page of the audit trail.
 *
 * @param person  the name of the one person that is looked for by link; empty otherwise
 * @param actions what can be chosen
 * @param older   the number before which older entries stand; 0 when there are none
 * @param verdict what the check has found; null when nobody has asked
 */
public record AuditView(
        AuditFilter filter,
        String person,
        List<Option> actions,
        List<AuditRow> rows,
        long older,
        @Nullable Verdict verdict) {
    /**
     * What a check of the chain has found.
     *
     * @param firstWrong 0 when all entries are right
     */
    public record Verdict(long right, long firstWrong) {
        public boolean whole() {
            return firstWrong == 0;
        }
    }

    public String olderAddress() {
        return "/administration/audit?" + filter.query() + "before=" + older;
    }
}
