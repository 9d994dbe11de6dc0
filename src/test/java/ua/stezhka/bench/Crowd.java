package ua.stezhka.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A thousand learners with progress and attempts: five learn through the product, and the database copies each of them two
 * hundred times, whatever columns its tables have.
 */
final class Crowd {
    private static final int COPIES = 200;
    private static final List<Integer> LESSONS = List.of(1, 3, 5, 7, 10);

    private static final String HOLDER = "holder";

    private static final String COPY = """
            create function pg_temp.copy(id uuid, n integer) returns uuid language sql immutable
            as $$ select cast(md5(cast(id as text) || cast(n as text)) as uuid) $$;
            create temp table copy_of as
            select p.id, p.actor_id, n from account.person p, generate_series(1, %d) n where p.registered_at is not null;
            insert into account.person
            select (jsonb_populate_record(p, jsonb_build_object('id', pg_temp.copy(p.id, n), 'actor_id', pg_temp.copy(p.actor_id, n)))).*
            from account.person p join copy_of using (id);
            insert into account.password
            select (jsonb_populate_record(w, jsonb_build_object('person_id', pg_temp.copy(person_id, n),
                   'login_name', login_name || '-' || n, 'login_key', login_key || '-' || n))).*
            from account.password w join copy_of c on c.id = w.person_id;
            insert into learning.enrolment
            select (jsonb_populate_record(e, jsonb_build_object('id', pg_temp.copy(e.id, n), 'person_id', pg_temp.copy(person_id, n)))).*
            from learning.enrolment e join copy_of c on c.id = e.person_id;
            insert into learning.lesson_progress
            select (jsonb_populate_record(l, jsonb_build_object('enrolment_id', pg_temp.copy(enrolment_id, n)))).*
            from learning.lesson_progress l join learning.enrolment e on e.id = l.enrolment_id join copy_of c on c.id = e.person_id;
            insert into quiz.attempt
            select (jsonb_populate_record(a, jsonb_build_object('id', pg_temp.copy(a.id, n), 'person_id', pg_temp.copy(person_id, n)))).*
            from quiz.attempt a join copy_of c on c.id = a.person_id;
            insert into quiz.attempt_question
            select (jsonb_populate_record(q, jsonb_build_object('attempt_id', pg_temp.copy(attempt_id, n)))).*
            from quiz.attempt_question q join quiz.attempt a on a.id = q.attempt_id join copy_of c on c.id = a.person_id;
            insert into quiz.response
            select (jsonb_populate_record(r, jsonb_build_object('attempt_id', pg_temp.copy(attempt_id, n)))).*
            from quiz.response r join quiz.attempt a on a.id = r.attempt_id join copy_of c on c.id = a.person_id;
            insert into quiz.attempt_event overriding user value
            select (jsonb_populate_record(v, jsonb_build_object('attempt_id', pg_temp.copy(attempt_id, n)))).*
            from quiz.attempt_event v join quiz.attempt a on a.id = v.attempt_id join copy_of c on c.id = a.person_id;
            insert into xapi.statement
            select (jsonb_populate_record(s, jsonb_build_object('actor_id', pg_temp.copy(s.actor_id, n), 'id', pg_temp.copy(s.id, n),
                   'body', cast(replace(cast(s.body as text), s.actor_id::text, pg_temp.copy(s.actor_id, n)::text) as jsonb)))).*
            from xapi.statement s join copy_of c on c.actor_id = s.actor_id;
            """;

    private Crowd() {}

    /** Fills the database; the learners of the copies sign in as {@link #login}. */
    static void gather(Product product, List<String> lessons) {
        for (int i = 0; i < LESSONS.size(); i++) {
            try (Pupil model = new Pupil(product.port(), false, model(i), i)) {
                model.register();
                model.learn(BenchContent.COURSE, lessons.subList(0, LESSONS.get(i)));
                model.learn("internet-safety-2", List.of("bank-call", "passwords"));
                model.wholeAttempt();
            }
        }
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(COPY.formatted(COPIES));
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the learners could not be copied", e);
        }
    }

    /** One more learner, who has all but passed the quiz of a course; passes it by the database and gets the certificate. */
    static void certify(Product product, String course, List<String> lessons) {
        try (Pupil pupil = new Pupil(product.port(), false, HOLDER, 0);
                Connection superuser = product.superuser();
                Statement statement = superuser.createStatement()) {
            pupil.register();
            pupil.learn(course, lessons.subList(0, lessons.size() - 1));
            statement.execute("update learning.enrolment set quiz_passed_at = now(), quiz_percent = 90 "
                    + "where person_id = (select person_id from account.password where login_name = '" + HOLDER + "')");
            pupil.learn(course, lessons.subList(lessons.size() - 1, lessons.size()));
        } catch (SQLException e) {
            throw new IllegalStateException("nobody has a certificate", e);
        }
    }

    /** The learner with the certificate, at several browsers. */
    static List<Pupil> holders(Product product, int count) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Pupil pupil = new Pupil(product.port(), false, HOLDER, i);
            pupil.signIn();
            pupils.add(pupil);
        }
        return pupils;
    }

    /** Some learners who have signed in; no two calls with other beginnings give the same learner. */
    static List<Pupil> signedIn(Product product, int first, int count, boolean gzip) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            Pupil pupil = new Pupil(product.port(), gzip, login(i), i);
            pupil.signIn();
            pupils.add(pupil);
        }
        return pupils;
    }

    /** People whom nobody knows. */
    static List<Pupil> strangers(Product product, int count) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pupils.add(new Pupil(product.port(), false, "", i));
        }
        return pupils;
    }

    static String login(int number) {
        return model(number % LESSONS.size()) + "-" + (1 + number / LESSONS.size());
    }

    private static String model(int number) {
        return "learner-" + (char) ('a' + number);
    }
}
