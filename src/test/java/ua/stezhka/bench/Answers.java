package ua.stezhka.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A million answers to a quiz of twenty questions, and people who may see what they come to. */
final class Answers {
    static final int ATTEMPTS = 50_000;
    private static final String FILL = """
            create temp table crowd as
            select gen_random_uuid() as person, gen_random_uuid() as attempt, n, random() as ability,
                   timestamptz '2026-01-01' + n * interval '9 minutes' as at
            from generate_series(1, %1$d) n;
            create temp table asked as
            select q.id as quiz, q.current_version_id as version, p.question_version_id as question, p.position - 1 as place,
                   v.body ->> 'type' as type, count(*) over () as pool,
                   jsonb_build_object('options', coalesce(jsonb_path_query_array(v.body, '$.options[*].id'), '[]')) as arrangement,
                   greatest(1, jsonb_array_length(coalesce(v.body -> 'options', '[]'))) as options, random() as hard
            from quiz.quiz q join course.course c on c.id = q.course_id
            join quiz.pool_question p on p.quiz_version_id = q.current_version_id
            join quiz.question_version v on v.id = p.question_version_id
            where c.slug = '%2$s' and q.lesson is null;
            create temp table answer as
            select c.attempt, c.at, (a.place - c.n %% a.pool + a.pool) %% a.pool + 1 as position, a.question, a.arrangement, a.type, a.options,
                   case when random() < 1 / (1 + exp(4 * (a.hard - c.ability))) then 1 else 0 end as earned
            from crowd c cross join asked a
            where (a.place - c.n %% a.pool + a.pool) %% a.pool < %3$d;
            insert into account.person (id, actor_id, name, created_at) select person, gen_random_uuid(), '—', at from crowd;
            insert into quiz.attempt
                (id, person_id, quiz_id, quiz_version_id, kind, started_at, submitted_at, earned, possible, passed)
            select attempt, person, quiz, version, 'graded', at, at + interval '15 minutes', 1, 2, false
            from crowd cross join (select distinct quiz, version from asked) q;
            insert into quiz.attempt_question (attempt_id, position, question_version_id, arrangement, earned, possible)
            select attempt, position, question, arrangement, earned, 1 from answer;
            insert into quiz.response (attempt_id, position, revision, state, answer, saved_at)
            select attempt, position, 1, 'answered',
                   case type when 'single-choice' then jsonb_build_object('option', (1 + floor(random() * options))::text)
                             when 'multiple-choice' then jsonb_build_object('options', jsonb_build_array('1'))
                             when 'true-false' then jsonb_build_object('value', random() < 0.5)
                             else jsonb_build_object('text', 'x') end, at
            from answer;
            insert into quiz.attempt_event (attempt_id, kind, at, node, position, revision, state)
            select attempt, 'save', at + position * interval '30 seconds' + random() * interval '20 seconds', 'bench', position, 1, 'answered'
            from answer;
            insert into analysis.attempt_due (attempt_id) select attempt from crowd;
            """;

    private Answers() {}

    /** Fills the tables of quizzes, and waits until the product has counted all. @return how long counting took */
    static Duration gather(Product product) {
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(FILL.formatted(ATTEMPTS, BenchContent.COURSE, BenchContent.QUESTIONS));
            statement.execute("analyze");
            long begin = System.nanoTime();
            while (number(statement, "select count(*) from analysis.attempt_due") > 0) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            Duration counted = Duration.ofNanos(System.nanoTime() - begin);
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            return counted;
        } catch (SQLException e) {
            throw new IllegalStateException("nobody has answered", e);
        }
    }

    /** Lets these people see statistics. */
    static List<Pupil> analysts(Product product, List<Pupil> pupils) {
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement()) {
            for (Pupil pupil : pupils) {
                statement.execute("insert into account.role_grant (id, person_id, role, scope_kind, granted_at) "
                        + "select gen_random_uuid(), person_id, 'analyst', 'everywhere', now() from account.password where login_name = '"
                        + pupil.login + "'");
            }
            pupils.forEach(Pupil::signIn);
            return pupils;
        } catch (SQLException e) {
            throw new IllegalStateException("nobody may see statistics", e);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
