package ua.stezhka.privacy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.people.MergeEffectsAsked;

/** Tells what merging two accounts does to consents, requests and copies: only what the merged one really has. */
@Singleton
class MergedRequests {
    private static final String HELD = """
            select exists (select from privacy.data_request
                           where person_id in (:merged, :person) and kind = 'erasure' and done_at is null and cancelled_at is null)
                       as erasure,
                   exists (select from privacy.consent_entry where person_id = :merged) as consents,
                   exists (select from privacy.data_request where person_id = :merged) as requests,
                   exists (select from privacy.data_export where person_id = :merged or keeper_id = :merged) as copies
            """;
    private static final Map<String, String> TOLD = Map.of(
            "erasure", "people.mergeErasure",
            "consents", "people.mergeConsents",
            "requests", "people.mergeRequests",
            "copies", "people.mergeCopies");

    private final Jdbi jdbi;

    MergedRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void tell(@Observes MergeEffectsAsked merge) {
        jdbi.useHandle(handle -> handle.createQuery(HELD)
                .bind("merged", merge.mergedId())
                .bind("person", merge.personId())
                .mapToMap(Boolean.class)
                .one()
                .forEach((held, is) -> {
                    if (is) {
                        merge.told().accept(TOLD.get(held));
                    }
                }));
    }
}
