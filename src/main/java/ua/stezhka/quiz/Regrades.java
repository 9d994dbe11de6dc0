package ua.stezhka.quiz;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.question.Answers;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.ResponseState;
import ua.stezhka.question.Score;
import ua.stezhka.question.Written;

/**
 * Grades submitted attempts by a corrected key: first to look, then for good. Only answers to versions that show the same things to choose
 * from can be graded so; the log of each attempt tells which key counts since when.
 */
@Singleton
public class Regrades {
    private static final int BATCH = 250;
    private static final TypeReference<List<Score>> SCORES = new TypeReference<>() {};
    private static final String OLDER = """
            select v.id from quiz.question_version v join quiz.question_version k on k.question_id = v.question_id
            where k.id = :key and v.id <> k.id and v.published_at is not null
            """;
    private static final String FOUND = """
            select a.id, a.person_id, p.actor_id, a.quiz_version_id, z.pass_percent, a.earned, a.possible, a.passed,
                   q.position, q.arrangement, r.state, r.answer,
                   (select coalesce(jsonb_agg(jsonb_build_object('earned', o.earned, 'possible', o.possible)), '[]')
                    from quiz.attempt_question o where o.attempt_id = a.id and o.position <> q.position) as others
            from quiz.attempt_question q
            join quiz.attempt a on a.id = q.attempt_id
            join quiz.quiz_version z on z.id = a.quiz_version_id
            join account.person p on p.id = a.person_id
            left join quiz.response r on r.attempt_id = q.attempt_id and r.position = q.position
            where q.question_version_id = any(:older) and coalesce(q.graded_by_id, q.question_version_id) <> :key
              and a.kind = 'graded' and a.submitted_at is not null and a.earned is not null
            order by a.id
            """;
    private static final String LOCK = """
            select a.id from quiz.attempt a
            where a.kind = 'graded' and a.submitted_at is not null
              and a.id in (select attempt_id from quiz.attempt_question where question_version_id = any(:older))
            order by a.id for no key update
            """;
    private static final String OPEN = """
            select count(*) from quiz.attempt a
            where a.kind = 'graded' and a.earned is null
              and a.id in (select attempt_id from quiz.attempt_question where question_version_id = any(:older))
            """;
    private static final String APPLY = """
            with change as (
                select * from jsonb_to_recordset(cast(:changes as jsonb)) as c(attempt uuid, position integer, earned bigint,
                    possible bigint, total bigint, "of" bigint, passed boolean)
            ), scored as (
                update quiz.attempt_question q set earned = c.earned, possible = c.possible, graded_by_id = :key
                from change c where q.attempt_id = c.attempt and q.position = c.position
            ), logged as (
                insert into quiz.attempt_event (attempt_id, kind, at, node, position, question_version_id)
                select attempt, 'regrade', cast(:now as timestamptz), :node, position, :key from change
            )
            update quiz.attempt a
            set earned = c.total, possible = c."of", passed = c.passed,
                regraded_at = case when same.score then a.regraded_at else cast(:now as timestamptz) end,
                earned_before = case when same.score then a.earned_before else a.earned end,
                possible_before = case when same.score then a.possible_before else a.possible end
            from change c
            cross join lateral (select b.earned = c.total and b.possible = c."of" as score from quiz.attempt b where b.id = c.attempt) same
            where a.id = c.attempt
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final RegradeNews news;
    private final Clock clock;
    private final String node;

    Regrades(Jdbi jdbi, QuizVersions versions, RegradeNews news, Clock clock, QuizConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.news = news;
        this.clock = clock;
        this.node = config.node();
    }

    /**
     * What the key of a version would do.
     *
     * @param changes all attempts that were graded by another key, those included whose score stays
     * @param open    attempts that go on: they are graded by the key they began with, and may be looked at again afterwards
     */
    public record Preview(List<ScoreChange> changes, int open) {}

    private record Written(
            UUID attempt, int position, long earned, long possible, long total, long of, boolean passed) {
        static Written of(ScoreChange change) {
            return new Written(
                    change.attemptId(),
                    change.position(),
                    change.question().earned(),
                    change.question().possible(),
                    change.after().earned(),
                    change.after().possible(),
                    change.passedAfter());
        }
    }

    /** Looks, and changes nothing. Three statements. */
    public Preview preview(UUID keyVersionId) {
        List<UUID> older = comparable(keyVersionId);
        return jdbi.withHandle(handle -> new Preview(
                changes(handle, keyVersionId, older),
                withOlder(handle, OPEN, older).mapTo(Integer.class).one()));
    }

    /**
     * Grades anew, all in this transaction. A score that would become lower stays as it is, unless {@code lowers}.
     *
     * @return what was done; scores that stay are in it too
     */
    @Transactional
    public List<ScoreChange> apply(UUID keyVersionId, boolean lowers) {
        List<UUID> older = comparable(keyVersionId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<ScoreChange> done = jdbi.withHandle(handle -> {
            withOlder(handle, LOCK, older).mapTo(UUID.class).list();
            List<ScoreChange> wanted = changes(handle, keyVersionId, older).stream()
                    .filter(change -> lowers || !change.lowers())
                    .toList();
            for (int from = 0; from < wanted.size(); from += BATCH) {
                write(handle, keyVersionId, wanted.subList(from, Math.min(wanted.size(), from + BATCH)), now);
            }
            return wanted;
        });
        news.tell(
                done.stream()
                        .filter(change -> change.raises() || change.lowers())
                        .toList(),
                now);
        return done;
    }

    private void write(Handle handle, UUID key, List<ScoreChange> batch, Instant now) {
        handle.createUpdate(APPLY)
                .bind("changes", Json.write(batch.stream().map(Written::of).toList()))
                .bind("key", key)
                .bind("now", now)
                .bind("node", node)
                .execute();
    }

    /** Other versions of the question that show the same things to choose from; none when people mark it, who alone decide. */
    private List<UUID> comparable(UUID keyVersionId) {
        if (versions.question(keyVersionId).rubric().isPresent()) {
            return List.of();
        }
        Map<String, Set<String>> shown = shown(versions.question(keyVersionId));
        List<UUID> others = jdbi.withHandle(handle -> handle.createQuery(OLDER)
                .bind("key", keyVersionId)
                .mapTo(UUID.class)
                .list());
        return others.stream()
                .filter(id -> shown(versions.question(id)).equals(shown))
                .toList();
    }

    private static Map<String, Set<String>> shown(QuestionVersion question) {
        Map<String, Set<String>> lists = new TreeMap<>();
        lists.put(question.face().type(), Set.of());
        Arrangement.of(question.body(), question.key(), new SplittableRandom(1))
                .orders()
                .forEach((list, ids) -> lists.put(list, new TreeSet<>(ids)));
        return lists;
    }

    private List<ScoreChange> changes(Handle handle, UUID key, List<UUID> older) {
        QuestionVersion question = versions.question(key);
        List<ScoreChange> changes = new ArrayList<>();
        withOlder(handle, FOUND, older)
                .bind("key", key)
                .map((row, context) -> change(row, question))
                .forEach(changes::add);
        return changes;
    }

    private static Query withOlder(Handle handle, String statement, List<UUID> older) {
        return handle.registerArrayType(UUID.class, "uuid")
                .createQuery(statement)
                .bindArray("older", UUID.class, older);
    }

    private static ScoreChange change(ResultSet row, QuestionVersion question) throws SQLException {
        Score before = new Score(row.getLong("earned"), row.getLong("possible"));
        Arrangement shown = Json.read(row.getString("arrangement"), Arrangement.class);
        Score score = question.score(given(row, question), shown);
        List<Score> all = new ArrayList<>(Json.read(row.getString("others"), SCORES));
        all.add(score);
        Score after = Score.mean(all);
        return new ScoreChange(
                row.getObject("id", UUID.class),
                new Learner(row.getObject("person_id", UUID.class), row.getObject("actor_id", UUID.class)),
                row.getObject("quiz_version_id", UUID.class),
                row.getInt("position"),
                score,
                before,
                after,
                all.size(),
                row.getBoolean("passed"),
                after.reaches(row.getInt("pass_percent")));
    }

    private static @Nullable Given given(ResultSet row, QuestionVersion question) throws SQLException {
        String state = row.getString("state");
        String answer = row.getString("answer");
        return state == null
                ? null
                : new Given(
                        ResponseState.of(state),
                        answer == null ? null : Answers.read(question.body(), Json.read(answer, JsonNode.class)));
    }
}
