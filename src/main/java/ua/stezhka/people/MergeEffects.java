package ua.stezhka.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.MergeForeseen;

/** What merging two accounts does to what they hold beside their learning: only what the merged one really has is told. */
@Singleton
class MergeEffects {
    private static final String HELD = """
            select exists (select from account.session where person_id = :merged and ended_at is null and expires_at > :now)
                       as sessions,
                   exists (select from desk.access_card
                           where person_id = :merged and ended_at is null and expires_at > :now) as card,
                   exists (select from desk.access_card
                           where person_id = :person and ended_at is null and expires_at > :now) as own_card,
                   exists (select from factor.code_app where person_id = :merged)
                       or exists (select from factor.passkey where person_id = :merged) as factors,
                   exists (select from identity.vouched_identity where person_id = :merged) as services,
                   exists (select from account.personal_token
                           where person_id = :merged and revoked_at is null and expires_at > :now) as tokens,
                   exists (select from account.email_wish where person_id = :merged) as wish,
                   exists (select from desk.help where person_id = :merged or helper_id = :merged)
                       or exists (select from desk.assisted_record where person_id = :merged) as helps,
                   exists (select from account.minor where person_id = :merged)
                       or exists (select from account.minor_consent where person_id = :merged) as minor,
                   exists (select from account.comfort where person_id = :merged)
                       and not exists (select from account.comfort where person_id = :person) as comfort
            """;

    /** What {@link #HELD} finds, and the key of the sentence that tells it. */
    private static final Map<String, String> TOLD = Map.of(
            "sessions", "people.mergeSessions",
            "factors", "people.mergeFactors",
            "services", "people.mergeServices",
            "tokens", "people.mergeTokens",
            "wish", "people.mergeWish",
            "helps", "people.mergeHelps",
            "minor", "people.mergeMinor",
            "comfort", "people.mergeComfort");

    private static final List<String> ORDER = List.of(
            "people.mergeErasure",
            "people.mergeSessions",
            "people.mergeFactors",
            "people.mergeServices",
            "people.mergeTokens",
            "people.mergeWish",
            "people.mergeHelps",
            "people.mergeConsents",
            "people.mergeMinor",
            "people.mergeRequests",
            "people.mergeCopies",
            "people.mergeComfort",
            "people.mergeCardEnds",
            "people.mergeCardMoves");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Event<MergeForeseen> foreseen;
    private final Event<MergeEffectsAsked> asked;

    MergeEffects(Jdbi jdbi, Clock clock, Event<MergeForeseen> foreseen, Event<MergeEffectsAsked> asked) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.foreseen = foreseen;
        this.asked = asked;
    }

    /** What each of the two accounts holds. */
    List<MergeForeseen.Line> holdings(UUID mergedId, UUID personId) {
        List<MergeForeseen.Line> lines = new ArrayList<>();
        foreseen.fire(new MergeForeseen(mergedId, personId, lines::add));
        return lines;
    }

    /** What will happen, as keys of texts, in the order in which it is told. */
    List<String> of(UUID mergedId, UUID personId) {
        Set<String> keys = new HashSet<>();
        asked.fire(new MergeEffectsAsked(mergedId, personId, keys::add));
        keys.addAll(ownAndBelow(mergedId, personId));
        return ORDER.stream().filter(keys::contains).toList();
    }

    private List<String> ownAndBelow(UUID mergedId, UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(HELD)
                .bind("now", clock.instant())
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
                .one());
    }
}
