package ua.stezhka.quiz;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Arrangement;

/** What is asked where in an attempt, and in which order it is shown: it never changes, so a save need not read what the page has read. */
@Singleton
class AskedQuestions {
    private static final int MOST = 50_000;
    private static final String ASKED = """
            select q.question_version_id, q.arrangement
            from quiz.attempt a join quiz.attempt_question q on q.attempt_id = a.id
            where a.id = :attempt and a.person_id = :person and a.kind <> 'practice' and q.position = :position
            """;

    private final Jdbi jdbi;
    private final Cache<Place, Asked> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    AskedQuestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A place in an attempt of a person; no other person finds it. */
    record Place(UUID personId, UUID attemptId, int position) {}

    /** The question at a place. */
    record Asked(UUID versionId, Arrangement arrangement) {}

    /** @throws Problem.NotFound when this person has no such attempt, or it no such place */
    Asked at(Place place) {
        return known.get(place, this::read);
    }

    /** Keeps what somebody has read of this person’s attempt. */
    void keep(Place place, Asked asked) {
        known.put(place, asked);
    }

    private Asked read(Place place) {
        return jdbi.withHandle(handle -> handle.createQuery(ASKED)
                        .bind("attempt", place.attemptId)
                        .bind("person", place.personId)
                        .bind("position", place.position)
                        .map((row, context) -> new Asked(
                                row.getObject("question_version_id", UUID.class),
                                Json.read(row.getString("arrangement"), Arrangement.class)))
                        .findOne())
                .orElseThrow(Problem::notFound);
    }
}
