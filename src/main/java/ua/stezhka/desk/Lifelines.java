package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.SessionDoubts;
import ua.stezhka.platform.Problem;

/**
 * Lifelines of open pages on shared computers: each page that has one holds a connection under an id that only the page knows. Whoever
 * judges a session by its lifelines holds the lock of the session, so pages that break off together, on several nodes, are seen together.
 */
@Singleton
class Lifelines {
    /** So long after a node last saw a connection it is taken for one; longer means that the node is no more. */
    static final Duration LEASE = Duration.ofSeconds(45);

    private static final int MOST_OF_A_SESSION = 20;
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String HELD = """
            select count(*) from desk.lifeline
            where session_id = :session and id <> :id and connection_id is not null
              and left_at is null and broken_at is null and seen_at > :lease
            """;

    private static final String GREETING = """
            insert into desk.lifeline (id, session_id, tied_at, seen_at, greeted_at) values (:id, :session, :now, :now, :now)
            on conflict (id) do update set greeted_at = coalesce(desk.lifeline.greeted_at, :now)
            """;
    private static final String FAREWELL = """
            insert into desk.lifeline (id, session_id, tied_at, seen_at, left_at) values (:id, :session, :now, :now, :now)
            on conflict (id) do update set left_at = coalesce(desk.lifeline.left_at, :now)
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SessionDoubts doubts;

    Lifelines(Jdbi jdbi, Clock clock, SessionDoubts doubts) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.doubts = doubts;
    }

    /**
     * A page holds a connection. One that comes again proves that its browser lives.
     *
     * @param asking the session of who asks; a page that is known needs none
     * @throws Problem.Unauthenticated when there is no session, or it is over
     * @throws Problem.NotFound        when the page has taken leave
     * @throws Problem.TooMany         when the session has more than anybody needs
     */
    @Transactional
    void tie(UUID id, UUID connection, Optional<UUID> asking) {
        UUID session = lockedSession(id, asking).orElseThrow(Problem::unauthenticated);
        boolean again = wasHeld(id);
        if (!again && othersHeld(session, id) >= MOST_OF_A_SESSION) {
            throw Problem.tooMany(LATER);
        }
        int tied = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into desk.lifeline (id, session_id, connection_id, tied_at, seen_at)
                        values (:id, :session, :connection, :now, :now)
                        on conflict (id) do update set connection_id = :connection, seen_at = :now, broken_at = null
                        where desk.lifeline.left_at is null""")
                .bind("id", id)
                .bind("session", session)
                .bind("connection", connection)
                .bind("now", clock.instant())
                .execute());
        if (tied == 0) {
            throw Problem.notFound();
        }
        if (again) {
            doubts.dispel(session);
        }
    }

    /** What a page sends on leaving gets here: only of such a page is it known what it means when nothing comes. */
    @Transactional
    void greet(UUID id, Optional<UUID> asking) {
        lockedSession(id, asking).ifPresent(session -> say(GREETING, id, session));
    }

    /** A page is left in an orderly way. Its connection, if it is still on its way, is not taken any more. */
    @Transactional
    void takeLeave(UUID id, Optional<UUID> asking) {
        Optional<UUID> session = lockedSession(id, asking);
        if (session.isEmpty()) {
            return;
        }
        say(FAREWELL, id, session.get());
        if (othersHeld(session.get(), id) > 0 || helps(session.get())) {
            doubts.dispel(session.get());
        } else {
            doubts.left(session.get());
        }
    }

    /** A connection broke off. When no other page of the session holds one, the session is in doubt. */
    @Transactional
    void broke(UUID id, UUID connection) {
        Optional<UUID> session = sessionOf(id).filter(doubts::lock);
        if (session.isEmpty()) {
            return;
        }
        boolean tells = jdbi.withHandle(handle -> handle.createQuery("""
                        update desk.lifeline set broken_at = :now
                        where id = :id and connection_id = :connection and left_at is null and broken_at is null
                        returning greeted_at is not null""")
                .bind("id", id)
                .bind("connection", connection)
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
        if (tells && othersHeld(session.get(), id) == 0) {
            doubts.raise(session.get());
        }
    }

    /** Notes that this node still holds these connections. @return those whose session goes on */
    @Transactional
    Set<UUID> hold(Collection<UUID> connections) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update desk.lifeline l set seen_at = :now from account.session s
                        where l.connection_id = any(:connections) and l.left_at is null
                          and s.id = l.session_id and s.ended_at is null and s.expires_at > :now
                        returning l.connection_id""")
                .bindArray("connections", UUID.class, connections)
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .set());
    }

    /** Lets go of what is known of pages that were left, and of sessions that are over. */
    @Transactional
    void clear() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from desk.lifeline l using account.session s
                        where s.id = l.session_id
                          and (s.ended_at is not null or s.expires_at <= :now or coalesce(l.left_at, l.broken_at, l.seen_at) < :old)""")
                .bind("now", clock.instant())
                .bind("old", clock.instant().minus(KEPT))
                .execute());
    }

    /** Writes down a greeting or a farewell; the first of each counts. */
    private void say(String word, UUID id, UUID session) {
        jdbi.useHandle(handle -> handle.createUpdate(word)
                .bind("id", id)
                .bind("session", session)
                .bind("now", clock.instant())
                .execute());
    }

    /** The session of a page that is known, or of who asks; empty when it is over. */
    private Optional<UUID> lockedSession(UUID id, Optional<UUID> asking) {
        return sessionOf(id).or(() -> asking).filter(doubts::lock);
    }

    private Optional<UUID> sessionOf(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select session_id from desk.lifeline where id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
    }

    private boolean wasHeld(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from desk.lifeline where id = :id and connection_id is not null)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private int othersHeld(UUID session, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(HELD)
                .bind("session", session)
                .bind("id", id)
                .bind("lease", leaseBegan())
                .mapTo(Integer.class)
                .one());
    }

    private Instant leaseBegan() {
        return clock.instant().minus(LEASE);
    }

    /** Whoever works for somebody in this browser comes back to the own session afterwards. */
    private boolean helps(UUID session) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from desk.help
                                       where helper_session_id = :session and ended_at is null and ends_at > :now)""")
                .bind("session", session)
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .one());
    }
}
