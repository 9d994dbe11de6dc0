package ua.stezhka.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.HandClock;

/** Makes further nodes of the product: the same database and keys, a clock of their own. */
@Singleton
class TestNodes {
    @Inject
    Jdbi jdbi;

    @Inject
    AuditTrail audit;

    @Inject
    AccountConfig config;

    @Inject
    Event<Sessions.Changed> changes;

    TestNode node(HandClock clock) {
        return node(clock, SigningKeys.folder(config));
    }

    TestNode node(HandClock clock, Path folder) {
        SigningKeys keys = new SigningKeys(folder, clock);
        Tokens tokens = new Tokens(keys, clock);
        SessionRows rows = new SessionRows(jdbi, clock, config);
        SessionTokens sessionTokens = new SessionTokens(tokens, config, clock);
        Sessions sessions = new Sessions(rows, sessionTokens, audit, config, clock, changes);
        Renewals renewals =
                new Renewals(new RefreshTokens(jdbi, clock, config), rows, sessionTokens, sessions, audit, config);
        return new TestNode(keys, tokens, sessions, renewals);
    }
}

/** The parts of one node that know sessions. */
record TestNode(SigningKeys keys, Tokens tokens, Sessions sessions, Renewals renewals) {}
