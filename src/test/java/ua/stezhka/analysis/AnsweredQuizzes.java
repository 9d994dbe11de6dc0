package ua.stezhka.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.quiz.QuizDraft;

/** People who have answered, written straight into the tables of quizzes: many at once, of any ability, at any time. */
@ApplicationScoped
public class AnsweredQuizzes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<UUID> made = new ConcurrentLinkedQueue<>();
    private final Jdbi jdbi;
    private final Counting counting;
    private final CountingJob job;

    AnsweredQuizzes(Jdbi jdbi, Counting counting, CountingJob job) {
        this.jdbi = jdbi;
        this.counting = counting;
        this.job = job;
    }

    /** So many people at the final quiz of a course, over some months, and all of them counted. */
    public void answer(String course, int people, int months) {
        Random random = new Random(people);
        for (int i = 0; i < people; i++) {
            Instant submitted = Instant.parse("2026-%02d-15T10:00:00Z".formatted(11 - i % months));
            counting.note(attempt(person(), course, submitted, random));
        }
        job.countAll();
    }

    /** Takes all these attempts away again: their scores are invented, and whoever computes scores anew would find them. */
    public void forget() {
        jdbi.useHandle(handle -> {
            for (UUID attempt : made) {
                for (String table : List.of("attempt_event", "response", "attempt_question")) {
                    handle.createUpdate("delete from quiz.<table> where attempt_id = :id")
                            .define("table", table)
                            .bind("id", attempt)
                            .execute();
                }
                handle.execute("delete from quiz.attempt where id = ?", attempt);
            }
        });
        made.clear();
    }

    public UUID person() {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.execute(
                "insert into account.person (id, actor_id, name, created_at) values (?, ?, '—', now())",
                id,
                UUID.randomUUID()));
        return id;
    }

    UUID version(String course) {
        return jdbi.withHandle(handle -> handle.createQuery("select current_version_id from quiz.quiz where id = :quiz")
                .bind("quiz", QuizDraft.finalOf(course))
                .mapTo(UUID.class)
                .one());
    }

    UUID attempt(UUID person, String course, Instant submitted, Random random) {
        UUID attempt = Ids.next();
        made.add(attempt);
        jdbi.useHandle(handle -> {
            UUID version = version(course);
            handle.execute(
                    """
                    insert into quiz.attempt
                        (id, person_id, quiz_id, quiz_version_id, kind, started_at, submitted_at, earned, possible, passed)
                    values (?, ?, ?, ?, 'graded', ?, ?, 1, 2, false)
                    """, attempt, person, QuizDraft.finalOf(course), version, submitted.minusSeconds(600), submitted);
            handle.execute(
                    "insert into quiz.attempt_event (attempt_id, kind, at, node) values (?, 'start', ?, 'test')",
                    attempt,
                    submitted.minusSeconds(600));
            answer(handle, attempt, version, submitted, random);
        });
        return attempt;
    }

    private static void answer(Handle handle, UUID attempt, UUID version, Instant submitted, Random random) {
        double ability = random.nextDouble();
        List<Map<String, Object>> asked = new ArrayList<>(
                handle.createQuery("""
                        select v.id, cast(v.body as text) as body, cast(v.key as text) as key, qv.draws
                        from quiz.quiz_version qv join quiz.pool_question p on p.quiz_version_id = qv.id
                        join quiz.question_version v on v.id = p.question_version_id
                        where qv.id = :version order by p.position""").bind("version", version).mapToMap().list());
        Collections.shuffle(asked, random);
        int draws = Math.min(asked.size(), ((Number) asked.getFirst().get("draws")).intValue());
        for (int position = 1; position <= draws; position++) {
            Map<String, Object> question = asked.get(position - 1);
            boolean right = random.nextDouble() < (ability + 0.5) / 2;
            answer(
                    handle,
                    new Place(attempt, position, submitted.minusSeconds(590 - 20L * position)),
                    question,
                    right,
                    random);
        }
    }

    private record Place(UUID attempt, int position, Instant at) {}

    private static void answer(Handle handle, Place place, Map<String, Object> question, boolean right, Random random) {
        JsonNode body = read(question.get("body"));
        List<String> options = new ArrayList<>();
        body.path("options").forEach(option -> options.add(option.get("id").asText()));
        Collections.shuffle(options, random);
        boolean open = !right && random.nextInt(6) == 0;
        handle.execute(
                "insert into quiz.attempt_question values (?, ?, ?, cast(? as jsonb), null, ?, ?)",
                place.attempt,
                place.position,
                question.get("id"),
                options.isEmpty() ? "{}" : "{\"options\":[\"" + String.join("\",\"", options) + "\"]}",
                right ? 1 : random.nextBoolean() && options.isEmpty() && !open ? 1 : 0,
                right ? 1 : 3);
        if (open && random.nextBoolean()) {
            return;
        }
        String state = open ? random.nextBoolean() ? "unknown" : "cleared" : "answered";
        String answer = open ? null : given(read(question.get("key")), options, right, random);
        handle.execute(
                "insert into quiz.response (attempt_id, position, revision, state, answer, saved_at) values (?, ?, 1, ?, cast(? as jsonb), ?)",
                place.attempt,
                place.position,
                state,
                answer,
                place.at);
        handle.execute(
                "insert into quiz.attempt_event (attempt_id, kind, at, node, position, revision, state) values (?, 'save', ?, 'test', ?, 1, ?)",
                place.attempt,
                place.at.plusSeconds(random.nextInt(15)),
                place.position,
                state);
    }

    private static String given(JsonNode key, List<String> options, boolean right, Random random) {
        return switch (key.get("type").asText()) {
            case "single-choice" -> {
                int at = options.indexOf(key.get("option").asText());
                int other = (at + 1 + random.nextInt(options.size() - 1)) % options.size();
                yield "{\"option\":\"" + (1 + (right ? at : other)) + "\"}";
            }
            case "multiple-choice" ->
                "{\"options\":[\"" + (1 + random.nextInt(options.size())) + "\",\"" + options.size() + "\"]}";
            case "true-false" -> "{\"value\":" + (key.get("value").asBoolean() == right) + "}";
            default -> "{\"text\":\"щось\"}";
        };
    }

    private static JsonNode read(Object json) {
        try {
            return JSON.readTree(json.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
