package ua.stezhka.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What merging two accounts does to what they hold beside their learning: only what the merged one really has is told. */
final class MergeEffects {
    private static final String HELD = """
            select exists (select from account.data_request
                           where person_id in (:merged, :person) and kind = 'erasure' and done_at is null and cancelled_at is null)
                       as erasure,
                   exists (select from account.session where person_id = :merged and ended_at is null and expires_at > :now)
                       as sessions,
                   exists (select from account.access_card
                           where person_id = :merged and ended_at is null and expires_at > :now) as card,
                   exists (select from account.access_card
                           where person_id = :person and ended_at is null and expires_at > :now) as own_card,
                   exists (select from account.code_app where person_id = :merged)
                       or exists (select from account.passkey where person_id = :merged) as factors,
                   exists (select from account.vouched_identity where person_id = :merged) as services,
                   exists (select from account.personal_token
                           where person_id = :merged and revoked_at is null and expires_at > :now) as tokens,
                   exists (select from account.email_wish where person_id = :merged) as wish,
                   exists (select from account.help where person_id = :merged or helper_id = :merged)
                       or exists (select from account.assisted_record where person_id = :merged) as helps,
                   exists (select from account.consent_entry where person_id = :merged) as consents,
                   exists (select from account.minor where person_id = :merged)
                       or exists (select from account.minor_consent where person_id = :merged) as minor,
                   exists (select from account.data_request where person_id = :merged) as requests,
                   exists (select from account.data_export where person_id = :merged or keeper_id = :merged) as copies,
                   exists (select from account.comfort where person_id = :merged)
                       and not exists (select from account.comfort where person_id = :person) as comfort
            """;

    private static final Map<String, String> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put("erasure", "people.mergeErasure");
        TOLD.put("sessions", "people.mergeSessions");
        TOLD.put("factors", "people.mergeFactors");
        TOLD.put("services", "people.mergeServices");
        TOLD.put("tokens", "people.mergeTokens");
        TOLD.put("wish", "people.mergeWish");
        TOLD.put("helps", "people.mergeHelps");
        TOLD.put("consents", "people.mergeConsents");
        TOLD.put("minor", "people.mergeMinor");
        TOLD.put("requests", "people.mergeRequests");
        TOLD.put("copies", "people.mergeCopies");
        TOLD.put("comfort", "people.mergeComfort");
    }

    private MergeEffects() {}

    static List<String> of(Handle handle, Instant now, UUID mergedId, UUID personId) {
        return handle.createQuery(HELD)
                .bind("now", now)
                .bind("merged", mergedId)
                .bind("person", personId)
                .map((row, context) -> {
                    List<String> keys = new ArrayList<>();
                    for (Map.Entry<String, String> told : TOLD.entrySet()) {
                        if (row.getBoolean(told.getKey())) {
                            keys.add(told.getValue());
                        }
                    }
                    if (row.getBoolean("card")) {
                        keys.add(row.getBoolean("own_card") ? "people.mergeCardEnds" : "people.mergeCardMoves");
                    }
                    return keys;
                })
                .one();
    }
}
