package ua.stezhka.desk;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import ua.stezhka.account.Expiring;

/** What was done for somebody outlives the session in which it was done. */
@Singleton
@Priority(25)
class HelpLeftovers implements Expiring {
    @Override
    public Map<String, List<String>> leftovers() {
        return Map.of("sessions", List.of("""
                update desk.help h set session_id = null, helper_session_id = null
                from account.session s
                where s.id in (h.session_id, h.helper_session_id) and least(s.ended_at, s.expires_at) < :before"""));
    }
}
