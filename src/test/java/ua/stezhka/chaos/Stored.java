package ua.stezhka.chaos;

import java.util.List;
import java.util.UUID;

/** What the database holds when everything is over. */
record Stored(List<Attempt> attempts, List<Event> events, List<Response> responses, List<Certificate> certificates) {
    /** @param score earned and possible, empty while it is open */
    record Attempt(UUID id, UUID person, boolean submitted, boolean passed, String score) {}

    /** A line of the log of an attempt; position, revision and save only where there are such. */
    record Event(UUID attempt, long id, String kind, int position, int revision, UUID saveId, String value) {}

    record Response(UUID attempt, int position, int revision, String value) {}

    record Certificate(UUID person, UUID enrolment, boolean valid) {}
}
