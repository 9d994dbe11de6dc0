package ua.stezhka.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import ua.stezhka.account.Expiring;

/** Arrivals from other services that led to no account. */
@Singleton
@Priority(17)
class ArrivalLeftovers implements Expiring {
    @Override
    public Map<String, List<String>> leftovers() {
        return Map.of("drafts", List.of("delete from identity.vouched_arrival where arrived_at < :before"));
    }
}
