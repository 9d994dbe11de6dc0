package ua.stezhka.privacy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.Problem;

/** What people ask about their data: a copy, an erasure, a correction; each with the day by which it must be answered. */
@Singleton
public class DataRequests {
    private static final RowMapper<DataRequest> REQUEST = (row, context) -> request(row);
    private static final String ROWS = """
            select r.id, r.person_id, coalesce(p.name, '') as name, r.kind, r.way, coalesce(r.reason, '') as reason, r.certificates,
                   r.asked_at, r.answer_due_at, r.erase_at, r.done_at, r.cancelled_at
            from privacy.data_request r left join account.person p on p.id = r.person_id
            """;
    private static final String OF_PERSON = ROWS + "where r.person_id = :id order by r.asked_at desc, r.id limit 50";
    private static final String OPEN_ERASURE =
            ROWS + "where r.person_id = :id and r.kind = 'erasure' and r.done_at is null and r.cancelled_at is null";
    private static final String DUE = ROWS
            + "where r.kind = 'erasure' and r.done_at is null and r.cancelled_at is null and r.erase_at <= :now limit 200";
    private static final String PAGE = ROWS + """
            order by r.done_at is not null or r.cancelled_at is not null, r.answer_due_at, r.id limit :size offset :offset""";

    private final Jdbi jdbi;
    private final Clock clock;
    private final PrivacyConfig config;
    private final AuditTrail audit;
    private final Event<ErasureAsked> erasureAsked;

    DataRequests(Jdbi jdbi, Clock clock, PrivacyConfig config, AuditTrail audit, Event<ErasureAsked> erasureAsked) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.audit = audit;
        this.erasureAsked = erasureAsked;
    }

    /** @param way settings, when the person asks, or desk, when somebody writes it down for the person */
    record Asked(UUID personId, String way, @Nullable String reason) {}

    public List<DataRequest> of(UUID personId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(OF_PERSON).bind("id", personId).map(REQUEST).list());
    }

    Optional<DataRequest> openErasure(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_ERASURE)
                .bind("id", personId)
                .map(REQUEST)
                .findOne());
    }

    /** Erasures whose time of thinking is over. */
    List<DataRequest> due(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createQuery(DUE).bind("now", now).map(REQUEST).list());
    }

    /** Open ones first, the most urgent on top. */
    PageOf<DataRequest> page(int number) {
        return jdbi.withHandle(handle -> new PageOf<>(
                handle.createQuery(PAGE)
                        .bind("size", PageOf.SIZE)
                        .bind("offset", PageOf.offset(number))
                        .map(REQUEST)
                        .list(),
                number,
                handle.createQuery("select count(*) from privacy.data_request")
                        .mapTo(Integer.class)
                        .one(),
                PageOf.SIZE));
    }

    /** How many copies of the person's data were made since then. */
    int exportsSince(UUID personId, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from privacy.data_request
                        where person_id = :id and kind = 'export' and asked_at > :since""")
                .bind("id", personId)
                .bind("since", since)
                .mapTo(Integer.class)
                .one());
    }

    @Transactional
    void exported(Asked asked) {
        insert(asked, "export", null, clock.instant());
        audit.note(AuditNote.of("account.data_exported").about(asked.personId()).with("way", asked.way()));
    }

    @Transactional
    public void askCorrection(UUID personId, String text) {
        insert(new Asked(personId, "settings", text), "correction", null, null);
        audit.note(AuditNote.of("account.correction_asked").about(personId));
    }

    /** Asks for an erasure; while one is open, a second changes nothing. */
    @Transactional
    void askErasure(Asked asked, boolean keep) {
        if (insert(asked, "erasure", keep ? "keep" : "revoke", null) == 1) {
            erasureAsked.fire(new ErasureAsked(asked.personId(), clock.instant().plus(config.erasureWait())));
            audit.note(AuditNote.of("account.erasure_asked")
                    .about(asked.personId())
                    .with("way", asked.way()));
        }
    }

    /** Takes the erasure back while there is time. @return whether one was open */
    @Transactional
    boolean cancelErasure(UUID personId) {
        int cancelled = jdbi.withHandle(handle -> handle.createUpdate("""
                        update privacy.data_request set cancelled_at = :now
                        where person_id = :id and kind = 'erasure' and done_at is null and cancelled_at is null""")
                .bind("id", personId)
                .bind("now", clock.instant())
                .execute());
        if (cancelled == 1) {
            audit.note(AuditNote.of("account.erasure_cancelled").about(personId));
        }
        return cancelled == 1;
    }

    /** Marks a correction as made. @return whether it was open */
    @Transactional
    public boolean answer(UUID requestId) {
        Optional<UUID> person = jdbi.withHandle(handle -> handle.createQuery("""
                        update privacy.data_request set done_at = :now
                        where id = :id and kind = 'correction' and done_at is null and cancelled_at is null returning person_id""")
                .bind("id", requestId)
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne());
        person.ifPresent(
                id -> audit.note(AuditNote.of("account.correction_made").about(id)));
        return person.isPresent();
    }

    /**
     * Requests go over and are answered there. An erasure is not: it would take the other account along, or be lost.
     *
     * @throws Problem.Conflict while one of the two accounts waits to be erased
     */
    void merge(@Observes PersonMerged merge) {
        if (openErasure(merge.mergedId()).isPresent()
                || openErasure(merge.personId()).isPresent()) {
            throw Problem.conflict("account.merge_erasure_open");
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update privacy.data_request set person_id = :person where person_id = :merged")
                .bind("person", merge.personId())
                .bind("merged", merge.mergedId())
                .execute());
    }

    private int insert(Asked asked, String kind, @Nullable String certificates, @Nullable Instant doneAt) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into privacy.data_request
                            (id, person_id, kind, way, reason, certificates, asked_at, answer_due_at, erase_at, done_at)
                        values (:id, :person, :kind, :way, :reason, :certificates, :now, :due, cast(:erase as timestamptz), cast(:done as timestamptz))
                        on conflict (person_id) where kind = 'erasure' and done_at is null and cancelled_at is null do nothing""")
                .bind("id", Ids.next())
                .bind("person", asked.personId())
                .bind("kind", kind)
                .bind("way", asked.way())
                .bind("reason", asked.reason())
                .bind("certificates", certificates)
                .bind("now", now)
                .bind("due", now.plus(config.answerWithin()))
                .bind("erase", certificates == null ? null : now.plus(config.erasureWait()))
                .bind("done", doneAt)
                .execute());
    }

    private static DataRequest request(ResultSet row) throws SQLException {
        return new DataRequest(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("way"),
                row.getString("reason"),
                "keep".equals(row.getString("certificates")),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("answer_due_at").toInstant(),
                instant(row.getTimestamp("erase_at")),
                instant(row.getTimestamp("done_at")),
                instant(row.getTimestamp("cancelled_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
