package ua.stezhka.people;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import ua.stezhka.account.Expiring;

/** Invitations that nobody took up, and lists of people who were not invited after all. */
@Singleton
@Priority(18)
class PeopleLeftovers implements Expiring {
    @Override
    public Map<String, List<String>> leftovers() {
        return Map.of(
                "invitations", List.of("delete from people.invitation where expires_at < :before"),
                "drafts", List.of("delete from people.people_import where made_at < :before"));
    }
}
