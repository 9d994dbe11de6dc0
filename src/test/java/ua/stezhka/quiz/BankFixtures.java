package ua.stezhka.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.Score;

/** Courses with submitted attempts, for tests of the question bank. */
@ApplicationScoped
public class BankFixtures {
    /** What people typed and the key does not know. */
    public static final String OTHER_WORDING = "інакше слово";

    private static final Set<String> EIGHT = Set.of("one", "many", "true", "word", "number", "pairs", "order", "gaps");

    private final Jdbi jdbi;
    private final QuizFixtures fixtures;
    private final Attempts attempts;
    private final Responses responses;
    private final AttemptReader reader;
    private final QuizVersions versions;
    private final QuizPlans plans;

    BankFixtures(
            Jdbi jdbi,
            QuizFixtures fixtures,
            Attempts attempts,
            Responses responses,
            AttemptReader reader,
            QuizVersions versions,
            QuizPlans plans) {
        this.jdbi = jdbi;
        this.fixtures = fixtures;
        this.attempts = attempts;
        this.responses = responses;
        this.reader = reader;
        this.versions = versions;
        this.plans = plans;
    }

    /** A course whose quiz asks eight questions, whatever types come later. */
    public String course() {
        String course = "course-" + UUID.randomUUID().toString().substring(0, 8);
        publishAgain(course, "first");
        return course;
    }

    /** The same files once more. */
    public void publishAgain(String course, String edition) {
        fixtures.publish(
                course,
                edition,
                QuizFixtures.questions(course, edition).stream()
                        .filter(question -> EIGHT.contains(question.contentId()))
                        .toList());
    }

    public static UUID question(String course, String name) {
        return Ids.named("course/" + course + "/question/" + name);
    }

    public static UUID quiz(String course) {
        return QuizDraft.finalOf(course);
    }

    public static UUID lessonQuiz(String course) {
        return QuizDraft.lessonOf(course, "bank-call");
    }

    /** The version of a question that people see. */
    public UUID live(String course, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from quiz.question_version where question_id = :id and published_at is not null order by published_at desc limit 1")
                .bind("id", question(course, name))
                .mapTo(UUID.class)
                .one());
    }

    /** A draft of the question «word» that accepts these wordings. */
    public static AnswerKey accepting(String... wordings) {
        return new AnswerKey.ShortText(new AnswerKey.Accepted(List.of(wordings), List.of()));
    }

    public Learner learner(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select actor_id from account.person where id = :id")
                .bind("id", person)
                .map((row, context) -> new Learner(person, row.getObject("actor_id", UUID.class)))
                .one());
    }

    public Learner guest() {
        return fixtures.guest();
    }

    /** An attempt that is open. */
    public UUID open(Learner learner, String course) {
        return attempts.start(learner, quiz(course));
    }

    /** The questions that an attempt asks, by their ids in the content. */
    public List<String> asked(Learner learner, UUID attempt) {
        return reader.whole(learner.personId(), attempt).slots().stream()
                .map(slot -> versions.question(slot.questionVersionId()).contentId())
                .toList();
    }

    /** A submitted attempt: these questions answered rightly, and to «word» what is typed; nothing else. */
    public UUID submitted(Learner learner, String course, Set<String> right, String typed) {
        UUID attempt = open(learner, course);
        for (AttemptSheet.Slot slot : reader.whole(learner.personId(), attempt).slots()) {
            QuestionVersion question = versions.question(slot.questionVersionId());
            if (right.contains(question.contentId())) {
                save(learner, attempt, slot.position(), QuizFixtures.rightTokens(question, slot.shown()));
            } else if (question.contentId().equals("word")) {
                save(learner, attempt, slot.position(), new Answer.ShortText(typed));
            }
        }
        attempts.submit(learner, attempt);
        return attempt;
    }

    private void save(Learner learner, UUID attempt, int position, Answer answer) {
        responses.save(learner.personId(), attempt, position, UUID.randomUUID(), 0, body -> Given.of(answer));
    }

    public Score score(Learner learner, UUID attempt) {
        return reader.whole(learner.personId(), attempt).score();
    }

    public boolean passed(Learner learner, UUID attempt) {
        return reader.whole(learner.personId(), attempt).passed();
    }

    /** From now on an attempt at the final quiz asks so many questions. */
    public void asks(String course, int questions) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update quiz.quiz_version set draws = :draws where id = (select current_version_id from quiz.quiz where id = :id)")
                .bind("draws", questions)
                .bind("id", quiz(course))
                .execute());
        plans.save(
                quiz(course),
                new Blueprint(List.of(
                        new Blueprint.Cell("consumer-protection", "A2", questions - 2),
                        new Blueprint.Cell("protect-devices", "A2", 2))));
    }

    public String text(String sql, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).one());
    }

    public int count(String sql, UUID id) {
        return fixtures.count(sql, id);
    }

    /** So many more submitted attempts of new guests, each a copy of this one. */
    @Transactional
    public void copy(UUID attempt, int times) {
        jdbi.useHandle(handle -> {
            for (String statement : List.of(
                    "create temp table copied on commit drop as select gen_random_uuid() as person, gen_random_uuid() as attempt from generate_series(1, "
                            + times + ")",
                    "insert into account.person (id, actor_id, name, created_at) select person, gen_random_uuid(), '—', now() from copied")) {
                handle.execute(statement);
            }
            for (String table : List.of("attempt", "attempt_question", "response", "attempt_event")) {
                copyTable(handle, table, attempt);
            }
        });
    }

    private static void copyTable(org.jdbi.v3.core.Handle handle, String table, UUID attempt) {
        boolean head = table.equals("attempt");
        handle.createUpdate(
                        "insert into quiz.<table> overriding user value select (jsonb_populate_record(t, <with>)).* from quiz.<table> t cross join copied where t.<id> = :attempt order by copied.attempt")
                .define("table", table)
                .define("id", head ? "id" : "attempt_id")
                .define(
                        "with",
                        head
                                ? "jsonb_build_object('id', copied.attempt, 'person_id', copied.person)"
                                : "jsonb_build_object('attempt_id', copied.attempt)")
                .bind("attempt", attempt)
                .execute();
    }
}
