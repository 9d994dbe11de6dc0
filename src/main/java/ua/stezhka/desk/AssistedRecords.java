package ua.stezhka.desk;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Problem;

/** Short records of people whom somebody helped to begin: what to call them, perhaps the year of birth, a card, a consent said aloud. */
@Singleton
class AssistedRecords {
    /** The text that is read to the person before the record is made; another text is another version. */
    static final String SAID_CONSENT = "said-1";

    /** The text that the person agrees to when the record becomes an account. */
    static final String CLAIM_CONSENT = "claim-1";

    private static final int MOST_ROWS = 50;
    private static final Duration SECOND_PRESS = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Accounts accounts;
    private final Cards cards;
    private final Helps helps;
    private final AuditTrail audit;
    private final Clock clock;

    AssistedRecords(Jdbi jdbi, Accounts accounts, Cards cards, Helps helps, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.cards = cards;
        this.helps = helps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is written down of a person.
     *
     * @param personId an identifier made with the form, so that a second press is known as one
     */
    record Draft(UUID personId, String name, @Nullable Integer birthYear) {}

    /** A record as helpers see it. */
    record Known(UUID personId, String name, @Nullable Integer birthYear, Scope scope, boolean own) {
        /** The year of birth, or empty. */
        String born() {
            return birthYear == null ? "" : birthYear.toString();
        }
    }

    /** Makes the person, the record and the card; a second press changes nothing. */
    @Transactional
    boolean make(Draft draft, Scope place, String pinHash, Assistant by) {
        return make(draft, place, pinHash, by, Cards.newCode());
    }

    @Transactional
    boolean make(Draft draft, Scope place, String pinHash, Assistant by, CardCode code) {
        boolean made = accounts.addUnregistered(draft.personId(), draft.name())
                && jdbi.withHandle(handle -> insert(handle, draft, place, by));
        if (made) {
            helps.note(draft.personId(), by, HelpKind.RECORD_MADE);
            cards.make(draft.personId(), null, pinHash, by.personId(), code);
            helps.note(draft.personId(), by, HelpKind.CARD_MADE);
        }
        return made;
    }

    private boolean insert(Handle handle, Draft draft, Scope place, Assistant by) {
        return handle.createUpdate("""
                        insert into desk.assisted_record (person_id, birth_year, scope_kind, scope_id, made_at, made_by, consent)
                        values (:person, cast(:year as smallint), :kind, cast(:scope as uuid), :now, :by, :consent)""")
                        .bind("person", draft.personId())
                        .bind("year", draft.birthYear())
                        .bind("kind", place.kind().key())
                        .bind("scope", place.id())
                        .bind("now", clock.instant())
                        .bind("by", by.personId())
                        .bind("consent", SAID_CONSENT)
                        .execute()
                == 1;
    }

    /**
     * The person as far as this helper may see: a record of the helper's places that nobody has claimed, or whoever has shown card and
     * PIN within the last hour.
     */
    Optional<Known> find(UUID personId, UUID helperId, List<RoleGrant> grants) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select p.id, p.name, r.birth_year, r.scope_kind, r.scope_id, r.claimed_at is null as own
                                from account.person p left join desk.assisted_record r on r.person_id = p.id
                                where p.id = :id and p.blocked_at is null and p.adopted_by is null""")
                        .bind("id", personId)
                        .map((row, context) -> new Known(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getObject("birth_year", Integer.class),
                                row.getString("scope_kind") == null ? Scope.EVERYWHERE : HelpActs.scope(row),
                                row.getString("scope_kind") != null && row.getBoolean("own")))
                        .findOne())
                .filter(known -> known.own() && covers(grants, known.scope()) || helps.mayEnter(personId, helperId));
    }

    private static boolean covers(List<RoleGrant> grants, Scope place) {
        return grants.stream().anyMatch(grant -> grant.scope().covers(place));
    }

    /** Records of the helper's places that nobody has claimed, by a part of the name, newest first. */
    List<Known> search(String name, List<RoleGrant> grants) {
        String pattern = '%' + name.strip().replaceAll("([\\\\%_])", "\\\\$1") + '%';
        List<UUID> scopes = grants.stream()
                .map(grant -> grant.scope().id())
                .filter(id -> id != null)
                .toList();
        boolean all = grants.stream().anyMatch(grant -> grant.scope().id() == null);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id, p.name, r.birth_year, r.scope_kind, r.scope_id
                        from desk.assisted_record r join account.person p on p.id = r.person_id
                        where r.claimed_at is null and p.adopted_by is null and p.blocked_at is null
                          and (:all or r.scope_id = any(:scopes)) and p.name ilike :pattern
                        order by r.made_at desc, r.person_id limit :most""")
                .bind("all", all)
                .bindArray("scopes", UUID.class, scopes)
                .bind("pattern", pattern)
                .bind("most", MOST_ROWS)
                .map((row, context) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("birth_year", Integer.class),
                        HelpActs.scope(row),
                        true))
                .list());
    }

    /** Whether the person is one whose record nobody has claimed. */
    boolean unclaimed(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from desk.assisted_record where person_id = :person and claimed_at is null)""")
                .bind("person", personId)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Notes that the person agreed and that the record becomes an account now; two at once wait for one another here.
     *
     * @throws Problem.Conflict when it was claimed before
     */
    @Transactional
    void claim(UUID personId, UUID by) {
        int claimed = jdbi.withHandle(handle -> handle.createUpdate("""
                        update desk.assisted_record r set claimed_at = :now, claim_consent = :consent, claimed_by = :by
                        where r.person_id = :person and r.claimed_at is null and exists (
                            select from account.person p
                            where p.id = r.person_id and p.registered_at is null and p.adopted_by is null)""")
                .bind("person", personId)
                .bind("by", by)
                .bind("consent", CLAIM_CONSENT)
                .bind("now", clock.instant())
                .execute());
        if (claimed == 0) {
            throw Problem.conflict("account.card_claimed");
        }
        audit.note(AuditNote.of("account.record_claimed").by(by).about(personId).with("consent", CLAIM_CONSENT));
    }

    /** Whether this person has claimed a record so lately that the same form may come from a second press of the button. */
    boolean hasJustClaimed(UUID by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from desk.assisted_record where claimed_by = :by and claimed_at > :lately)""")
                .bind("by", by)
                .bind("lately", clock.instant().minus(SECOND_PRESS))
                .mapTo(Boolean.class)
                .one());
    }

    /** A record goes over to the account, unless the account has one already. */
    void adopt(@Observes GuestAdopted adopted) {
        give(adopted.guestId(), adopted.personId());
    }

    /** The same for a merged account; what it wrote down and claimed itself is from now on the other's. */
    void merge(@Observes PersonMerged merge) {
        give(merge.mergedId(), merge.personId());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update desk.assisted_record
                        set made_by = case made_by when :merged then :person else made_by end,
                            claimed_by = case claimed_by when :merged then :person else claimed_by end
                        where made_by = :merged or claimed_by = :merged""")
                .bind("merged", merge.mergedId())
                .bind("person", merge.personId())
                .execute());
    }

    private void give(UUID from, UUID to) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update desk.assisted_record set person_id = :to
                        where person_id = :from and not exists (select from desk.assisted_record where person_id = :to)""").bind("to", to).bind("from", from).execute());
    }
}
