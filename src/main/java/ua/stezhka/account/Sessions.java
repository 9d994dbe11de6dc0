package ua.stezhka.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.Arc;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Recent;

/** Sessions of browsers and programs: kept in the database, so that any node serves them and an end is an end everywhere. */
@Singleton
public class Sessions {
    private static final int MOST_SEEN = 10_000;

    private final SessionRows rows;
    private final SessionTokens tokens;
    private final AuditTrail audit;
    private final AccountConfig config;
    private final Clock clock;
    private final Event<Changed> changes;
    private final Cache<UUID, Recent<Optional<SessionPerson>>> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

    Sessions(
            SessionRows rows,
            SessionTokens tokens,
            AuditTrail audit,
            AccountConfig config,
            Clock clock,
            Event<Changed> changes) {
        this.rows = rows;
        this.tokens = tokens;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
        this.changes = changes;
    }

    /** Sessions, names or roles are others than before. */
    public record Changed() {}

    /** Has all sessions read anew. */
    void changed() {
        changes.fire(new Changed());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
        seen.invalidateAll();
    }

    /**
     * The person of a session that still lives: one indexed read, at most once a second. So one press, which sends a form and opens a
     * page, asks once; what another node ends is over here within a second (ASVS asks for less than five), what this node ends at once.
     */
    public Optional<SessionPerson> find(UUID sessionId) {
        return seen.get(sessionId, id -> new Recent<>(clock, () -> rows.person(id)))
                .get();
    }

    /** Makes a guest and begins its session. */
    @Transactional
    NewSession startForNewGuest() {
        return start(newGuest(), Way.GUEST, new SessionLimits(config.guestSession(), config.guestSession()));
    }

    /** Makes a guest: a person without a name or password, whose progress a later account keeps. */
    @Transactional
    public UUID newGuest() {
        return rows.newGuest();
    }

    /** Begins a session of a registered person; a passkey is two factors at once. */
    @Transactional
    public NewSession start(UUID personId, Way way) {
        return start(personId, way, way == Way.PASSKEY, limits(way));
    }

    /** Begins a session of a person who has given a second factor as well. */
    @Transactional
    public NewSession startProven(UUID personId, Way way) {
        return start(personId, way, true, limits(way));
    }

    private SessionLimits limits(Way way) {
        return way == Way.CARD
                ? new SessionLimits(config.cardSession(), config.cardSession())
                : new SessionLimits(config.sessionIdle(), config.session());
    }

    /** The same session once more, for a browser that put it aside; empty when it has ended. */
    @Transactional
    public Optional<NewSession> again(UUID sessionId) {
        return rows.person(sessionId).map(person -> {
            String refreshToken = Secrets.next();
            rows.admit(sessionId, refreshToken);
            return tokens.issue(person, rows.use(sessionId, SessionLimits.of(config, person)), refreshToken);
        });
    }

    /** Notes that a session is used, though the browser works with another one meanwhile. */
    @Transactional
    public void use(SessionPerson person) {
        rows.use(person.sessionId(), SessionLimits.of(config, person));
    }

    /**
     * Begins a session that ends by itself no later than these limits say, such as {@link SessionLimits#shared}; roles of the person
     * may make them narrower.
     */
    @Transactional
    public NewSession start(UUID personId, Way way, SessionLimits most) {
        return start(personId, way, false, most);
    }

    private NewSession start(UUID personId, Way way, boolean proven, SessionLimits most) {
        String refreshToken = Secrets.next();
        SessionTimes times = rows.begin(personId, way, proven, most, device(), refreshToken);
        SessionPerson person = rows.person(times.sessionId()).orElseThrow();
        SessionLimits limits = SessionLimits.of(config, person).within(most);
        if (!limits.equals(most)) {
            times = rows.use(times.sessionId(), limits);
        }
        return tokens.issue(person, times, refreshToken);
    }

    private static Device device() {
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(Visitor.class).get().device()
                : Device.UNKNOWN;
    }

    @Transactional
    public void end(UUID sessionId) {
        rows.end(sessionId);
        changed();
    }

    /** Ends the sessions of a person that began in this way. */
    @Transactional
    public void endBegunBy(UUID personId, Way way) {
        rows.endBegunBy(personId, way);
        changed();
    }

    /**
     * After a change of password: ends every session of a person but one, and what programs come in with. Nobody else stays signed in.
     */
    @Transactional
    public void endOthers(UUID personId, UUID staying) {
        rows.endAllBut(personId, staying);
        rows.revokePersonalTokens(personId);
        changed();
    }

    /**
     * Ends every session of a person, for administrators, and what programs of the person come in with.
     *
     * @param by who does it; null for the operator of the server
     */
    @Transactional
    public void endAll(UUID personId, @Nullable UUID by) {
        int ended = rows.endAllBut(personId, null);
        rows.revokePersonalTokens(personId);
        changed();
        if (ended > 0) {
            audit.note(AuditNote.of("account.sessions_ended")
                    .by(by)
                    .about(personId)
                    .with("number", Integer.toString(ended)));
        }
    }
}
