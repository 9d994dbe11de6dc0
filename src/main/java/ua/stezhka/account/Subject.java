package ua.stezhka.account;

import java.util.List;
import java.util.UUID;

/**
 * One person as the data know them.
 *
 * @param personId the person
 * @param people   the person and every guest who became the person
 * @param actors   the pseudonyms of all of them in learning records
 */
public record Subject(UUID personId, List<UUID> people, List<UUID> actors) {
    public Subject {
        people = List.copyOf(people);
        actors = List.copyOf(actors);
    }
}
