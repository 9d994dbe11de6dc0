package ua.stezhka.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;

/** Courses whose final quiz certifies: eighteen questions about two competences, a blueprint of four and two. */
@ApplicationScoped
public class CertifyingFixtures {
    static final Blueprint BLUEPRINT = new Blueprint(List.of(
            new Blueprint.Cell("consumer-protection", "A2", 4), new Blueprint.Cell("protect-devices", "A2", 2)));

    private final QuizFixtures fixtures;
    private final Quizzes quizzes;
    private final Jdbi jdbi;

    CertifyingFixtures(QuizFixtures fixtures, Quizzes quizzes, Jdbi jdbi) {
        this.fixtures = fixtures;
        this.quizzes = quizzes;
        this.jdbi = jdbi;
    }

    static Terms terms(int attempts, int waitHours, int limitMinutes) {
        return new Terms(Behaviour.CERTIFYING, BLUEPRINT, attempts, attempts == 0 ? 0 : 365, waitHours, limitMinutes);
    }

    /** A course whose quiz has only a limit of time. */
    public String timed(int minutes) {
        return course(terms(0, 0, minutes));
    }

    /** A course whose quiz lets begin one attempt a day. */
    public String oneADay() {
        return course(terms(3, 24, 0));
    }

    String course(Terms terms) {
        String course = fixtures.course();
        List<QuestionDraft> pool = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            pool.add(question(course, i));
        }
        quizzes.publish(
                pool,
                List.of(new QuizDraft(
                        QuizDraft.finalOf(course),
                        QuizFixtures.courseId(course),
                        course,
                        null,
                        new LocalText("Курс", "Course"),
                        pool.stream().map(QuestionDraft::id).toList(),
                        BLUEPRINT.length(),
                        70,
                        10,
                        terms,
                        "certifying " + terms)));
        return course;
    }

    private static QuestionDraft question(String course, int number) {
        QuestionDraft like = QuizFixtures.question(
                course, "typed-" + number, "first", new QuestionBody.ShortText(), key("таємне secret"));
        return new QuestionDraft(
                like.id(),
                like.contentId(),
                like.courseId(),
                like.prompt(),
                null,
                like.body(),
                like.key(),
                like.explanation(),
                number < 12 ? "consumer-protection" : "protect-devices",
                "A2",
                null,
                null,
                like.hash());
    }

    private static AnswerKey key(String word) {
        return new AnswerKey.ShortText(new AnswerKey.Accepted(List.of(word), List.of()));
    }

    static Given right() {
        return Given.of(new Answer.ShortText("таємне secret"));
    }

    /** Moves the end of an attempt to so many seconds from now, its beginning with it. */
    public void endsIn(UUID attempt, int seconds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update quiz.attempt set started_at = started_at + (now() + make_interval(secs => :seconds) - deadline),
                               deadline = date_trunc('milliseconds', now()) + make_interval(secs => :seconds) where id = :id""")
                .bind("seconds", seconds)
                .bind("id", attempt)
                .execute());
    }

    /** As many attempts as asked for at one quiz, each of somebody else, each with one right answer, all over long ago. */
    List<UUID> abandoned(Attempts attempts, Responses responses, String course, int count) {
        List<UUID> made = new ArrayList<>();
        Learner first = fixtures.guest();
        UUID pattern = attempts.start(first, QuizDraft.finalOf(course));
        responses.save(first.personId(), pattern, 1, Ids.next(), 0, body -> right());
        made.add(pattern);
        jdbi.useHandle(handle -> {
            for (int i = 1; i < count; i++) {
                UUID attempt = Ids.next();
                made.add(attempt);
            }
            handle.registerArrayType(UUID.class, "uuid");
            handle.createUpdate("""
                            with wanted as (select attempt, gen_random_uuid() as person from unnest(cast(:attempts as uuid[])) as attempt),
                            people as (
                                insert into account.person (id, actor_id, name, created_at)
                                select person, gen_random_uuid(), '—', now() from wanted),
                            attempts as (
                                insert into quiz.attempt (id, person_id, quiz_id, quiz_version_id, kind, started_at, deadline)
                                select w.attempt, w.person, a.quiz_id, a.quiz_version_id, a.kind, a.started_at, a.deadline
                                from wanted w, quiz.attempt a where a.id = :pattern),
                            questions as (
                                insert into quiz.attempt_question (attempt_id, position, question_version_id, arrangement)
                                select w.attempt, q.position, q.question_version_id, q.arrangement
                                from wanted w, quiz.attempt_question q where q.attempt_id = :pattern),
                            responses as (
                                insert into quiz.response (attempt_id, position, revision, state, answer, saved_at)
                                select w.attempt, r.position, r.revision, r.state, r.answer, r.saved_at
                                from wanted w, quiz.response r where r.attempt_id = :pattern)
                            insert into quiz.attempt_event (attempt_id, kind, at, node, position, revision, save_id, state, answer)
                            select w.attempt, e.kind, e.at, e.node, e.position, e.revision, e.save_id, e.state, e.answer
                            from wanted w, quiz.attempt_event e where e.attempt_id = :pattern""")
                    .bindArray("attempts", UUID.class, made.subList(1, made.size()))
                    .bind("pattern", pattern)
                    .execute();
            handle.createUpdate("""
                            update quiz.attempt set deadline = date_trunc('milliseconds', now()) - interval '10 minutes',
                                   started_at = now() - interval '40 minutes' where quiz_id = :quiz""").bind("quiz", QuizDraft.finalOf(course)).execute();
        });
        return made;
    }
}
