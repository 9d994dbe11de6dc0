package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Outbox;

/** Rows that nobody needs any more: of what is over, used up, answered, or was begun and left. */
@Singleton
class Leftovers {
    private static final List<String> SESSIONS = List.of("""
            update account.help h set session_id = null, helper_session_id = null
            from account.session s
            where s.id in (h.session_id, h.helper_session_id) and least(s.ended_at, s.expires_at) < :before""", """
            delete from account.session s
            where least(s.ended_at, s.expires_at) < :before and exists (
                select from account.session later where later.person_id = s.person_id
                    and (later.started_at, later.id) > (s.started_at, s.id))""");
    private static final List<String> REFRESH_TOKENS = List.of("""
            delete from account.refresh_token t using account.session s
            where s.id = t.session_id and least(s.ended_at, s.expires_at, s.lapses_at) < :before""");
    private static final List<String> FAILED_SIGN_INS =
            List.of("delete from account.failed_sign_in where failed_at < :before");
    private static final List<String> EXPORTS = List.of("delete from account.data_export where expires_at <= :before");
    private static final List<String> REQUESTS =
            List.of("delete from account.data_request where coalesce(done_at, cancelled_at) < :before");
    private static final List<String> LINKS =
            List.of("delete from account.email_link where least(used_at, expires_at) < :before");
    private static final List<String> INVITATIONS =
            List.of("delete from account.invitation where expires_at < :before");
    private static final List<String> DRAFTS = List.of(
            "delete from account.people_import where made_at < :before",
            "delete from account.vouched_arrival where arrived_at < :before");

    private final Jdbi jdbi;
    private final Outbox outbox;

    Leftovers(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** Clears what a rule names, unless it is newer. @return how many rows went */
    int clear(RetentionRule rule, Instant now, Instant before) {
        return switch (rule) {
            case SESSIONS -> run(SESSIONS, before);
            case REFRESH_TOKENS -> run(REFRESH_TOKENS, before);
            case FAILED_SIGN_INS -> run(FAILED_SIGN_INS, before);
            case EXPORTS -> run(EXPORTS, now);
            case REQUESTS -> run(REQUESTS, before);
            case LINKS -> run(LINKS, before);
            case INVITATIONS -> run(INVITATIONS, before);
            case DRAFTS -> run(DRAFTS, before);
            case LETTERS -> outbox.forget(before, now);
            case ERASURES, WARNINGS, ACCOUNTS, GUESTS, ASSISTED ->
                throw new IllegalArgumentException(rule.key() + " is about people");
        };
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
