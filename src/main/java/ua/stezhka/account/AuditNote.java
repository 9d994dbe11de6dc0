package ua.stezhka.account;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into the audit trail.
 *
 * @param action  module and deed, {@code account.role_granted}
 * @param by      who did it: a person; null for whoever sends the request, or for the product itself outside of requests
 * @param about   the person it was done to, when there is one
 * @param details what else must be known later, without names or other personal data: it can never be taken out again
 */
public record AuditNote(
        String action, @Nullable UUID by, @Nullable UUID about, Map<String, String> details) {
    public AuditNote {
        details = Map.copyOf(details);
    }

    public static AuditNote of(String action) {
        return new AuditNote(action, null, null, Map.of());
    }

    public AuditNote by(@Nullable UUID personId) {
        return new AuditNote(action, personId, about, details);
    }

    public AuditNote about(@Nullable UUID personId) {
        return new AuditNote(action, by, personId, details);
    }

    public AuditNote with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new AuditNote(action, by, about, more);
    }
}
