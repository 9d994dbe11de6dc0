package ua.stezhka.account;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Sessions on shared computers, seen at the time of a test’s own clock. */
public final class TestSessions {
    private final Clock clock;

    public TestSessions(Clock clock) {
        this.clock = clock;
    }

    public SessionDoubts doubts() {
        return new SessionDoubts(
                bean(Jdbi.class), clock, bean(AccountConfig.class), bean(Sessions.class), bean(AuditTrail.class));
    }

    /** A page that says it is there. */
    public SharedSessions shared() {
        return new SharedSessions(bean(Jdbi.class), clock, bean(AccountConfig.class));
    }

    public UUID begin(UUID person) {
        return bean(Sessions.class).start(person, Way.PASSWORD).person().sessionId();
    }

    public void end(UUID session) {
        bean(Sessions.class).end(session);
    }

    /** Whether somebody gets in by it. */
    public boolean opens(UUID session) {
        return new SessionRows(bean(Jdbi.class), clock, bean(AccountConfig.class))
                .person(session)
                .isPresent();
    }

    /** When it ends by itself. */
    public Instant expiresAt(UUID session) {
        return bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select expires_at from account.session where id = :id")
                        .bind("id", session)
                        .mapTo(Instant.class)
                        .one());
    }

    public String lastDeedAbout(UUID person) {
        return TestPeople.lastDeedAbout(person);
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
