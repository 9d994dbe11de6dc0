package ua.stezhka.desk;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Ids;

/** Access cards: a person holds one at most. */
@Singleton
public class Cards {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RowMapper<Card> CARD = (row, context) -> new Card(
            row.getObject("id", UUID.class),
            row.getObject("person_id", UUID.class),
            new CardCode(row.getString("code")),
            row.getTimestamp("made_at").toInstant(),
            row.getTimestamp("expires_at").toInstant(),
            row.getInt("pin_failures"));

    private final Jdbi jdbi;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final DeskConfig config;

    Cards(Jdbi jdbi, Sessions sessions, AuditTrail audit, Clock clock, DeskConfig config) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /** A PIN to offer. */
    static String newPin() {
        return Pin.next(RANDOM);
    }

    static CardCode newCode() {
        return CardCode.next(RANDOM);
    }

    /** The card a person holds, also one that is out of date. */
    Optional<Card> of(UUID personId) {
        return jdbi.withHandle(handle -> living(handle, personId));
    }

    /** The card with this code, as long as nothing has ended it. */
    Optional<Card> find(CardCode code) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.* from desk.access_card c join account.person p on p.id = c.person_id
                        where c.code = :code and c.ended_at is null and c.expires_at > :now and p.blocked_at is null""")
                .bind("code", code.value())
                .bind("now", clock.instant())
                .map(CARD)
                .findOne());
    }

    /**
     * Makes a card. The one it replaces opens nothing any more.
     *
     * @param replaced the card that the form showed; null for none. When the person holds another one by now, a second press finds the
     *                 work done and changes nothing
     * @return whether the card was made now
     */
    @Transactional
    boolean make(UUID personId, @Nullable UUID replaced, String pinHash, UUID by) {
        return make(personId, replaced, pinHash, by, newCode());
    }

    @Transactional
    boolean make(UUID personId, @Nullable UUID replaced, String pinHash, UUID by, CardCode code) {
        boolean made = jdbi.withHandle(handle -> {
            lock(handle, personId);
            UUID held = living(handle, personId).map(Card::id).orElse(null);
            if (held != null && !held.equals(replaced)) {
                return false;
            }
            end(handle, personId, "replaced");
            insert(handle, personId, pinHash, by, code);
            return true;
        });
        if (made) {
            sessions.endBegunBy(personId, Way.CARD);
            audit.note(AuditNote.of("account.card_made").by(by).about(personId));
        }
        return made;
    }

    private void insert(Handle handle, UUID personId, String pinHash, UUID by, CardCode code) {
        Instant now = clock.instant();
        handle.createUpdate("""
                        insert into desk.access_card (id, person_id, code, pin_hash, made_at, made_by, expires_at)
                        values (:id, :person, :code, :hash, :now, :by, :expires)""")
                .bind("id", Ids.next())
                .bind("person", personId)
                .bind("code", code.value())
                .bind("hash", pinHash)
                .bind("now", now)
                .bind("by", by)
                .bind("expires", now.plus(config.cardValidity()))
                .execute();
    }

    /** Takes the card out of use, and whoever came in with it; a second time changes nothing. */
    @Transactional
    public boolean revoke(UUID personId, UUID by) {
        boolean ended = jdbi.withHandle(handle -> end(handle, personId, "revoked"));
        if (ended) {
            sessions.endBegunBy(personId, Way.CARD);
            audit.note(AuditNote.of("account.card_revoked").by(by).about(personId));
        }
        return ended;
    }

    /** Gives the card another PIN; wrong ones are forgotten. */
    @Transactional
    boolean setPin(UUID personId, String pinHash, UUID by) {
        int changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        update desk.access_card set pin_hash = :hash, pin_failures = 0
                        where person_id = :person and ended_at is null""")
                .bind("hash", pinHash)
                .bind("person", personId)
                .execute());
        if (changed == 1) {
            sessions.endBegunBy(personId, Way.CARD);
            audit.note(AuditNote.of("account.card_pin_set").by(by).about(personId));
        }
        return changed == 1;
    }

    /** The card of a guest whose record goes over to an account goes with it, in the place of the account's own. */
    void adopt(@Observes GuestAdopted adopted) {
        jdbi.useHandle(handle -> {
            if (living(handle, adopted.guestId()).isPresent()) {
                end(handle, adopted.personId(), "replaced");
            }
            handle.createUpdate("update desk.access_card set person_id = :person where person_id = :guest")
                    .bind("person", adopted.personId())
                    .bind("guest", adopted.guestId())
                    .execute();
        });
    }

    /** The account that goes on keeps its own card; only when that opens nothing it gets the one of the merged account. Old cards go over too. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> {
            boolean takesOver = !opens(handle, merge.personId()) && opens(handle, merge.mergedId());
            end(handle, takesOver ? merge.personId() : merge.mergedId(), "replaced");
            handle.createUpdate("update desk.access_card set person_id = :person where person_id = :merged")
                    .bind("person", merge.personId())
                    .bind("merged", merge.mergedId())
                    .execute();
        });
    }

    private boolean opens(Handle handle, UUID personId) {
        return living(handle, personId)
                .filter(card -> card.expiresAt().isAfter(clock.instant()))
                .isPresent();
    }

    private boolean end(Handle handle, UUID personId, String reason) {
        return handle.createUpdate("""
                        update desk.access_card set ended_at = :now, end_reason = :reason
                        where person_id = :person and ended_at is null""")
                        .bind("person", personId)
                        .bind("reason", reason)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private static Optional<Card> living(Handle handle, UUID personId) {
        return handle.createQuery("select * from desk.access_card where person_id = :person and ended_at is null")
                .bind("person", personId)
                .map(CARD)
                .findOne();
    }

    private static void lock(Handle handle, UUID personId) {
        handle.createQuery("select id from account.person where id = :id for no key update")
                .bind("id", personId)
                .mapTo(UUID.class)
                .one();
    }
}
