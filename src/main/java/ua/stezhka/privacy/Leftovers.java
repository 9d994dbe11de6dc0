package ua.stezhka.privacy;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Expiring;
import ua.stezhka.platform.Outbox;

/** Rows that nobody needs any more: of what is over, used up, answered, or was begun and left. */
@Singleton
class Leftovers {
    private static final Map<RetentionRule, List<String>> OWN = Map.of(
            RetentionRule.EXPORTS, List.of("delete from privacy.data_export where expires_at <= :before"),
            RetentionRule.REQUESTS,
                    List.of("delete from privacy.data_request where coalesce(done_at, cancelled_at) < :before"));

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final List<Expiring> modules;

    Leftovers(Jdbi jdbi, Outbox outbox, @All List<Expiring> modules) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.modules = modules;
    }

    /** Clears what a rule names, unless it is newer. @return how many rows went */
    int clear(RetentionRule rule, Instant now, Instant before) {
        return switch (rule) {
            case EXPORTS -> run(statements(rule), now);
            case SESSIONS, REFRESH_TOKENS, FAILED_SIGN_INS, REQUESTS, LINKS, INVITATIONS, DRAFTS ->
                run(statements(rule), before);
            case LETTERS -> outbox.forget(before, now);
            case ERASURES, WARNINGS, ACCOUNTS, GUESTS, ASSISTED ->
                throw new IllegalArgumentException(rule.key() + " is about people");
        };
    }

    private List<String> statements(RetentionRule rule) {
        List<String> statements = new ArrayList<>();
        modules.forEach(module -> statements.addAll(module.leftovers().getOrDefault(rule.key(), List.of())));
        statements.addAll(OWN.getOrDefault(rule, List.of()));
        return statements;
    }

    /** @return what the last statement did */
    private int run(List<String> statements, Instant before) {
        return jdbi.withHandle(handle -> {
            int affected = 0;
            for (String statement : statements) {
                affected = handle.createUpdate(statement).bind("before", before).execute();
            }
            return affected;
        });
    }
}
