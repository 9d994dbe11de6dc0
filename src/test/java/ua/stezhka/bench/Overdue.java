package ua.stezhka.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Attempts whose time is over and that nobody has submitted: copies of a submitted one, each of a person of its own. */
final class Overdue {
    private static final String COPY = """
            create or replace function pg_temp.copy(id uuid, n integer) returns uuid language sql immutable
            as $$ select cast(md5(cast(id as text) || cast(n as text)) as uuid) $$;
            create temp table model as
            select p.id as person, p.actor_id, a.id as attempt, n
            from account.password w join account.person p on p.id = w.person_id
            join lateral (select id from quiz.attempt where person_id = p.id and submitted_at is not null limit 1) a on true
            cross join generate_series(%d, %d) n
            where w.login_name = 'learner-a';
            insert into account.person
            select (jsonb_populate_record(p, jsonb_build_object('id', pg_temp.copy(p.id, n), 'actor_id', pg_temp.copy(p.actor_id, n)))).*
            from account.person p join model on person = p.id;
            insert into quiz.attempt
            select (jsonb_populate_record(a, jsonb_build_object('id', pg_temp.copy(a.id, n), 'person_id', pg_temp.copy(person, n),
                   'started_at', now() - interval '1 hour', 'deadline', now() - interval '10 minutes', 'submitted_at', null,
                   'graded_at', null, 'earned', null, 'possible', null, 'passed', null))).*
            from quiz.attempt a join model on attempt = a.id;
            insert into quiz.attempt_question
            select (jsonb_populate_record(q, jsonb_build_object('attempt_id', pg_temp.copy(attempt, n), 'earned', null, 'possible', null))).*
            from quiz.attempt_question q join model on attempt = q.attempt_id;
            insert into quiz.response
            select (jsonb_populate_record(r, jsonb_build_object('attempt_id', pg_temp.copy(attempt, n)))).*
            from quiz.response r join model on attempt = r.attempt_id;
            insert into quiz.attempt_event overriding user value
            select (jsonb_populate_record(e, jsonb_build_object('attempt_id', pg_temp.copy(attempt, n)))).*
            from quiz.attempt_event e join model on attempt = e.attempt_id where e.kind in ('start', 'save');
            drop table model;
            """;
    private static final String OPEN =
            "select count(*) from quiz.attempt where submitted_at is null and deadline < now() - interval '5 minutes'";

    private Overdue() {}

    /** Makes copies with these numbers, all in one moment. */
    static void make(Product product, int first, int last) {
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute(COPY.formatted(first, last));
            superuser.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("no overdue attempts could be made", e);
        }
    }

    static int open(Product product) {
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement();
                var count = statement.executeQuery(OPEN)) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
