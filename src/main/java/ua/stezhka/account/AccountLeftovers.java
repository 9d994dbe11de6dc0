package ua.stezhka.account;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Sessions that ended, their tokens, wrong passwords, links of letters. */
@Singleton
@Priority(10)
class AccountLeftovers implements Expiring {
    @Override
    public Map<String, List<String>> leftovers() {
        return Map.of(
                "sessions", List.of("""
                        delete from account.session s
                        where least(s.ended_at, s.expires_at) < :before and exists (
                            select from account.session later where later.person_id = s.person_id
                                and (later.started_at, later.id) > (s.started_at, s.id))"""),
                "refresh_tokens", List.of("""
                        delete from account.refresh_token t using account.session s
                        where s.id = t.session_id and least(s.ended_at, s.expires_at, s.lapses_at) < :before"""),
                "failed_sign_ins", List.of("delete from account.failed_sign_in where failed_at < :before"),
                "links", List.of("delete from account.email_link where least(used_at, expires_at) < :before"));
    }
}
