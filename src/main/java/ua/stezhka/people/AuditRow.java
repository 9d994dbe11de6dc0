package ua.stezhka.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail for reading.
 *
 * @param sentence what was done, in words
 * @param details  more of it, each a short phrase
 * @param by       who did it; empty for the product itself
 * @param about    to whom; empty when it concerns nobody
 */
public record AuditRow(
        long number,
        String at,
        String sentence,
        List<String> details,
        Who by,
        Who about,
        @Nullable String network) {
    /**
     * Somebody in the audit trail.
     *
     * @param name empty when nobody is meant, or the person is erased
     * @param id   leads to the person’s page; null for guests and erased ones
     */
    public record Who(String name, @Nullable UUID id) {}
}
