package ua.stezhka.desk;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.Permission;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.SessionLimits;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Ids;

/**
 * Work for a person in somebody else's browser: an hour at most, as long as the helper's own session lives and the role holds. Every act
 * is written down before it is done, for the person and for the audit trail.
 */
@Singleton
class Helps {
    static final Duration LONGEST = Duration.ofMinutes(60);

    private final Jdbi jdbi;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    Helps(Jdbi jdbi, Sessions sessions, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Work that goes on now. */
    record Running(
            UUID id, SessionPerson person, Assistant assistant, UUID ownSession, Instant begunAt, Instant endsAt) {}

    /** The person has shown card and PIN: for an hour this helper may see the record and work with it, whatever the place. */
    @Transactional
    void letIn(UUID personId, Assistant assistant) {
        insert(Ids.next(), personId, assistant, null, null);
        note(personId, assistant, HelpKind.LOOKED_UP);
    }

    /** Whether this person let this helper in within the last hour. */
    boolean mayEnter(UUID personId, UUID helperId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from desk.help
                                       where person_id = :person and helper_id = :helper and ends_at > :now and session_id is null)""")
                .bind("person", personId)
                .bind("helper", helperId)
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .one());
    }

    /** Begins to work for a person in this browser; what the same browser began before ends. */
    @Transactional
    NewSession begin(UUID personId, Assistant assistant, UUID ownSession) {
        jdbi.withHandle(handle -> handle.createQuery("""
                                update desk.help set ended_at = :now
                                where helper_session_id = :own and ended_at is null returning session_id""")
                        .bind("now", clock.instant())
                        .bind("own", ownSession)
                        .mapTo(UUID.class)
                        .list())
                .forEach(sessions::end);
        sessions.find(ownSession).ifPresent(sessions::use);
        NewSession session = sessions.start(personId, Way.HELPED, new SessionLimits(LONGEST, LONGEST));
        UUID id = Ids.next();
        insert(id, personId, assistant, session.person().sessionId(), ownSession);
        act(personId, assistant, id, HelpKind.WORK_BEGUN);
        audit.note(AuditNote.of("account.helped_begun")
                .by(assistant.personId())
                .about(personId)
                .with("help", id.toString()));
        return session;
    }

    /** Ends the work; the helper's own session comes back when it still lives. */
    @Transactional
    Optional<NewSession> end(SessionPerson helped) {
        sessions.end(helped.sessionId());
        Optional<Running> ended = find(helped).filter(work -> stop(work.id()));
        ended.ifPresent(work -> audit.note(AuditNote.of("account.helped_ended")
                .by(work.assistant().personId())
                .about(helped.personId())
                .with("help", work.id().toString())));
        return ended.flatMap(work -> sessions.again(work.ownSession()));
    }

    private boolean stop(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update desk.help set ended_at = :now where id = :id and ended_at is null")
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** The work of this session; empty as soon as the helper has signed out, was blocked or has lost the role. */
    Optional<Running> running(SessionPerson helped) {
        return find(helped).filter(work -> sessions.find(work.ownSession())
                .filter(own ->
                        own.may(Permission.ASSIST_PEOPLE, work.assistant().scope()))
                .isPresent());
    }

    private Optional<Running> find(SessionPerson helped) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from desk.help where session_id = :session and ended_at is null and ends_at > :now")
                .bind("session", helped.sessionId())
                .bind("now", clock.instant())
                .map((row, context) -> new Running(
                        row.getObject("id", UUID.class),
                        helped,
                        new Assistant(
                                row.getObject("helper_id", UUID.class),
                                new RoleGrant(Role.of(row.getString("helper_role")), HelpActs.scope(row))),
                        row.getObject("helper_session_id", UUID.class),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .findOne());
    }

    /** Writes down what is about to be done on behalf of the person. */
    @Transactional
    UUID act(Running work, HelpKind kind) {
        UUID personId = work.person().personId();
        UUID id = act(personId, work.assistant(), work.id(), kind);
        audit.note(AuditNote.of("account.helped_act")
                .by(work.assistant().personId())
                .about(personId)
                .with("help", work.id().toString())
                .with("kind", kind.key()));
        return id;
    }

    /** What was to be done was not done after all. */
    @Transactional
    void refused(UUID actId) {
        jdbi.useHandle(handle -> handle.createUpdate("update desk.help_act set refused_at = :now where id = :id")
                .bind("id", actId)
                .bind("now", clock.instant())
                .execute());
    }

    /** Writes down what was done for a person outside of a session of theirs. */
    @Transactional
    void note(UUID personId, Assistant assistant, HelpKind kind) {
        act(personId, assistant, null, kind);
        audit.note(AuditNote.of("account.helped_" + kind.key())
                .by(assistant.personId())
                .about(personId));
    }

    /** What was done for a record goes over with it, and nobody works on with what is no more. */
    void adopt(@Observes GuestAdopted adopted) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update desk.help set person_id = :person where person_id = :guest")
                    .bind("person", adopted.personId())
                    .bind("guest", adopted.guestId())
                    .execute();
            handle.createUpdate("update desk.help_act set person_id = :person where person_id = :guest")
                    .bind("person", adopted.personId())
                    .bind("guest", adopted.guestId())
                    .execute();
        });
        sessions.endBegunBy(adopted.guestId(), Way.HELPED);
        sessions.endBegunBy(adopted.guestId(), Way.CARD);
    }

    /** What was done for a merged account, and what it did for others, is from now on the other's; nobody works on with what is no more. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update desk.help
                            set person_id = case person_id when :merged then :person else person_id end,
                                helper_id = case helper_id when :merged then :person else helper_id end,
                                ended_at = coalesce(ended_at, :now)
                            where person_id = :merged or helper_id = :merged""")
                    .bind("merged", merge.mergedId())
                    .bind("person", merge.personId())
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate("""
                            update desk.help_act
                            set person_id = case person_id when :merged then :person else person_id end,
                                helper_id = case helper_id when :merged then :person else helper_id end
                            where person_id = :merged or helper_id = :merged""")
                    .bind("merged", merge.mergedId())
                    .bind("person", merge.personId())
                    .execute();
        });
    }

    private UUID act(UUID personId, Assistant assistant, @Nullable UUID helpId, HelpKind kind) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into desk.help_act
                            (id, person_id, helper_id, helper_role, scope_kind, scope_id, help_id, kind, done_at)
                        values (:id, :person, :helper, :role, :scopeKind, cast(:scopeId as uuid), cast(:help as uuid), :kind, :now)""")
                .bind("id", id)
                .bind("person", personId)
                .bind("helper", assistant.personId())
                .bind("role", assistant.role().key())
                .bind("scopeKind", assistant.scope().kind().key())
                .bind("scopeId", assistant.scope().id())
                .bind("help", helpId)
                .bind("kind", kind.key())
                .bind("now", clock.instant())
                .execute());
        return id;
    }

    private void insert(
            UUID id, UUID personId, Assistant assistant, @Nullable UUID session, @Nullable UUID ownSession) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into desk.help (id, person_id, helper_id, helper_role, scope_kind, scope_id, begun_at, ends_at,
                                                  session_id, helper_session_id)
                        values (:id, :person, :helper, :role, :scopeKind, cast(:scopeId as uuid), :now, :ends,
                                cast(:session as uuid), cast(:own as uuid))""")
                .bind("id", id)
                .bind("person", personId)
                .bind("helper", assistant.personId())
                .bind("role", assistant.role().key())
                .bind("scopeKind", assistant.scope().kind().key())
                .bind("scopeId", assistant.scope().id())
                .bind("now", now)
                .bind("ends", now.plus(LONGEST))
                .bind("session", session)
                .bind("own", ownSession)
                .execute());
    }
}
