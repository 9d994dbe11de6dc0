package ua.stezhka.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person asked about their data.
 *
 * @param personId null when the person is erased
 * @param kind     export, erasure or correction
 * @param way      settings or desk
 * @param keep     for an erasure: whether certificates stay as proofs without a name
 * @param dueAt    when it must be answered
 * @param eraseAt  for an erasure: until then it can be taken back
 */
public record DataRequest(
        UUID id,
        @Nullable UUID personId,
        String name,
        String kind,
        String way,
        String reason,
        boolean keep,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant eraseAt,
        @Nullable Instant doneAt,
        @Nullable Instant cancelledAt) {
    boolean open() {
        return doneAt == null && cancelledAt == null;
    }

    String state() {
        if (open()) {
            return "open";
        }
        return doneAt == null ? "cancelled" : "done";
    }
}
