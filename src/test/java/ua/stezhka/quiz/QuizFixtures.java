package ua.stezhka.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Block;
import ua.stezhka.course.CourseDraft;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Choice;
import ua.stezhka.question.Explanation;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;
import ua.stezhka.question.QuestionVersion;

/** A course with a final quiz of all question types and one lesson with check questions. Every word of the key contains {@code secret}. */
@ApplicationScoped
public class QuizFixtures {
    static final String SECRET = "secret";

    /** How many questions an attempt has: one of each type. */
    public static final int LENGTH = questions("course", "any").size();

    private final Jdbi jdbi;
    private final Courses courses;
    private final Quizzes quizzes;

    QuizFixtures(Jdbi jdbi, Courses courses, Quizzes quizzes) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.quizzes = quizzes;
    }

    static LocalText text(String words) {
        return new LocalText(words, words + " (en)");
    }

    static Choice choice(String id) {
        return new Choice(SECRET + "-id-" + id, text("Варіант " + id));
    }

    public static String id(String name) {
        return SECRET + "-id-" + name;
    }

    /** A course of its own with everything published. */
    public String course() {
        String course = "course-" + UUID.randomUUID().toString().substring(0, 8);
        publish(course, "first");
        return course;
    }

    void publish(String course, String edition) {
        publish(course, edition, questions(course, edition));
    }

    /** Publishes a course whose final quiz asks all of these. */
    void publish(String course, String edition, List<QuestionDraft> pool) {
        courses.publish(draft(course));
        List<QuestionDraft> checks = List.of(
                question(course, "check-choice", edition, choiceBody(), new AnswerKey.SingleChoice(id("b"))),
                question(
                        course,
                        "check-order",
                        edition,
                        orderBody(),
                        new AnswerKey.Ordering(List.of(id("z"), id("y"), id("x")))));
        quizzes.publish(
                Stream.concat(pool.stream(), checks.stream()).toList(),
                List.of(
                        new QuizDraft(
                                QuizDraft.finalOf(course),
                                courseId(course),
                                course,
                                null,
                                text("Курс"),
                                pool.stream().map(QuestionDraft::id).toList(),
                                pool.size(),
                                70,
                                10,
                                edition),
                        new QuizDraft(
                                QuizDraft.lessonOf(course, "bank-call"),
                                courseId(course),
                                course,
                                "bank-call",
                                text("Дзвінок"),
                                checks.stream().map(QuestionDraft::id).toList(),
                                2,
                                0,
                                6,
                                edition)));
    }

    static UUID courseId(String course) {
        return Courses.idOf(course);
    }

    private static CourseDraft draft(String course) {
        return draft(course, List.of("check-choice", "check-order"));
    }

    static CourseDraft draft(String course, List<String> checks) {
        List<Block> words = List.of(Block.html(Block.Kind.TEXT, "<p>Дзвінок.</p>"));
        List<CourseDraft.Step> steps = checks.stream()
                .map(question -> new CourseDraft.Step(
                        "step-" + question, text("Крок"), new CourseDraft.Body(words, words), question))
                .toList();
        return new CourseDraft(
                course,
                List.of("uk", "en"),
                new LocalText("Курс", "Course"),
                new LocalText("Про дзвінки", "About calls"),
                List.of("everyone"),
                "basic",
                "digcomp-ua-citizens",
                List.of(new Revision.Target("consumer-protection", "A2")),
                List.of(new LocalText("Кладете слухавку.", "You hang up.")),
                "cover.svg",
                new LocalText("Телефон.", "A telephone."),
                LocalDate.of(2026, 11, 20),
                List.of(new CourseDraft.Section(
                        "calls",
                        text("Дзвінки"),
                        List.of(new CourseDraft.Lesson("bank-call", text("Дзвінок"), 6, steps)))),
                new Revision.FinalQuiz(LENGTH, 70, 10),
                Map.of("cover.svg", new Picture("0 0 10 10", "<path d=\"M1 1h8z\"></path>")));
    }

    static QuestionBody choiceBody() {
        return new QuestionBody.SingleChoice(List.of(choice("a"), choice("b"), choice("c")), true);
    }

    static QuestionBody orderBody() {
        return new QuestionBody.Ordering(List.of(choice("x"), choice("y"), choice("z")));
    }

    static List<QuestionDraft> questions(String course, String edition) {
        List<QuestionDraft> all = new ArrayList<>();
        all.add(question(course, "one", edition, choiceBody(), new AnswerKey.SingleChoice(id("b"))));
        all.add(question(
                course,
                "many",
                edition,
                new QuestionBody.MultipleChoice(List.of(choice("a"), choice("b"), choice("c"), choice("d"))),
                new AnswerKey.MultipleChoice(Set.of(id("a"), id("b")), Set.of(id("c"), id("d")))));
        all.add(question(course, "true", edition, new QuestionBody.TrueFalse(), new AnswerKey.TrueFalse(false)));
        all.add(question(
                course,
                "word",
                edition,
                new QuestionBody.ShortText(),
                new AnswerKey.ShortText(new AnswerKey.Accepted(List.of("таємне secret"), List.of(SECRET)))));
        all.add(question(
                course,
                "number",
                edition,
                new QuestionBody.NumberEntry(text("ГБ")),
                new AnswerKey.NumberEntry(new BigDecimal("987654"), BigDecimal.ZERO)));
        all.add(question(
                course,
                "pairs",
                edition,
                new QuestionBody.Matching(
                        List.of(choice("a"), choice("b"), choice("c")),
                        List.of(choice("a"), choice("b"), choice("c"), choice("extra"))),
                new AnswerKey.Matching(Map.of(id("a"), id("a"), id("b"), id("b"), id("c"), id("c")))));
        all.add(question(
                course, "order", edition, orderBody(), new AnswerKey.Ordering(List.of(id("z"), id("y"), id("x")))));
        all.add(question(
                course,
                "gaps",
                edition,
                new QuestionBody.Gaps(
                        text("<p>Пароль має бути {{secret-gap-1}}, а не {{secret-gap-2}}.</p>"),
                        List.of(
                                new QuestionBody.Gap("secret-gap-1", List.of(choice("a"), choice("b"))),
                                new QuestionBody.Gap("secret-gap-2", List.of()))),
                new AnswerKey.Gaps(Map.of(
                        "secret-gap-1", new AnswerKey.Chosen(id("a")),
                        "secret-gap-2", new AnswerKey.Typed(new AnswerKey.Accepted(List.of(SECRET), List.of()))))));
        all.addAll(SortingFixtures.questions(course, edition));
        return all;
    }

    static QuestionDraft question(String course, String name, String edition, QuestionBody body, AnswerKey key) {
        return new QuestionDraft(
                Ids.named("course/" + course + "/question/" + name),
                name,
                courseId(course),
                text("<p>Запитання «" + name + "», <strong>" + edition + "</strong></p>"),
                null,
                body,
                key,
                new Explanation(
                        text("<p>secret пояснення</p>"),
                        Map.of(id("a"), text("secret примітка")),
                        text("<p>secret підказка</p>")),
                name.length() % 2 == 0 ? "consumer-protection" : "protect-devices",
                "A2",
                null,
                null,
                edition);
    }

    /** A guest. */
    @Transactional
    Learner guest() {
        Learner learner = new Learner(Ids.next(), UUID.randomUUID());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into account.person (id, actor_id, name, created_at) values (:id, :actor, '—', :now)")
                .bind("id", learner.personId())
                .bind("actor", learner.actorId())
                .bind("now", Instant.EPOCH)
                .execute());
        return learner;
    }

    /** The answer that is fully right, or null where the test answers nothing. */
    static @Nullable Answer right(QuestionVersion question) {
        return switch (question.key()) {
            case AnswerKey.SingleChoice k -> new Answer.SingleChoice(k.option());
            case AnswerKey.MultipleChoice k -> new Answer.MultipleChoice(k.right());
            case AnswerKey.TrueFalse k -> new Answer.TrueFalse(k.value());
            case AnswerKey.ShortText k -> new Answer.ShortText(k.accepted().uk().getFirst());
            case AnswerKey.NumberEntry k -> new Answer.NumberEntry(k.answer().toPlainString());
            case AnswerKey.Matching k -> new Answer.Matching(k.pairs());
            case AnswerKey.Ordering k -> new Answer.Ordering(k.order());
            case AnswerKey.Gaps k -> new Answer.Gaps(Map.of("secret-gap-1", id("a"), "secret-gap-2", SECRET));
            case AnswerKey.Rehearsal k -> RehearsalFixtures.right(k);
            case AnswerKey.Categorise k -> new Answer.Categorise(k.groups());
            case AnswerKey.Hotspot k -> new Answer.Hotspot(k.right());
            case AnswerKey.FreeText k -> new Answer.FreeText(k.model().uk());
            case AnswerKey.FileWork k -> null;
        };
    }

    /** The right answer in the tokens of an attempt. */
    static Answer rightTokens(QuestionVersion question, Arrangement shown) {
        Answer ids = right(question);
        return switch (ids) {
            case Answer.SingleChoice a -> new Answer.SingleChoice(shown.token("options", a.option()));
            case Answer.MultipleChoice a ->
                new Answer.MultipleChoice(a.options().stream()
                        .map(o -> shown.token("options", o))
                        .collect(java.util.stream.Collectors.toSet()));
            case Answer.Matching a -> {
                Map<String, String> pairs = new java.util.HashMap<>();
                a.pairs().forEach((l, r) -> pairs.put(shown.token("left", l), shown.token("right", r)));
                yield new Answer.Matching(pairs);
            }
            case Answer.Ordering a ->
                new Answer.Ordering(
                        a.order().stream().map(i -> shown.token("items", i)).toList());
            case Answer.Gaps a ->
                new Answer.Gaps(Map.of(
                        "1",
                        shown.token("gap.secret-gap-1", a.gaps().get("secret-gap-1")),
                        "2",
                        a.gaps().get("secret-gap-2")));
            case Answer.Rehearsal a -> RehearsalFixtures.tokens(a, shown);
            case Answer.Categorise a -> {
                Map<String, String> groups = new java.util.HashMap<>();
                a.groups().forEach((i, g) -> groups.put(shown.token("items", i), shown.token("categories", g)));
                yield new Answer.Categorise(groups);
            }
            case Answer.Hotspot a ->
                new Answer.Hotspot(a.regions().stream()
                        .map(region -> shown.token("options", region))
                        .collect(java.util.stream.Collectors.toSet()));
            case null -> throw new IllegalStateException();
            default -> ids;
        };
    }

    int update(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql).bind("id", id).execute());
    }

    int count(String sql, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(Integer.class).one());
    }
}
