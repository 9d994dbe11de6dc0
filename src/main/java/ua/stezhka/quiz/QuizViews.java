package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** What the pages of quizzes and open attempts show. */
@Singleton
class QuizViews {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss.SSS");
    private static final String LOG = """
            select kind, at, position, state, answer from quiz.attempt_event where attempt_id = :attempt order by id
            """;

    private final Jdbi jdbi;
    private final Courses courses;
    private final QuizVersions versions;
    private final Attempts attempts;
    private final AttemptReader reader;
    private final QuizTimes times;
    private final FileViews files;
    private final ZoneId zone;

    QuizViews(
            Jdbi jdbi,
            Courses courses,
            QuizVersions versions,
            Attempts attempts,
            AttemptReader reader,
            QuizTimes times,
            FileViews files,
            PlatformConfig config) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.versions = versions;
        this.attempts = attempts;
        this.reader = reader;
        this.times = times;
        this.files = files;
        this.zone = config.zone();
    }

    /** @throws Problem.NotFound when there is no such course in the catalogue */
    void requireCourse(String course) {
        if (courses.current(course).isEmpty()) {
            throw Problem.notFound();
        }
    }

    /** @throws Problem.NotFound when there is no such course in the catalogue */
    BeforeView before(@Nullable UUID personId, String course, Locale locale) {
        requireCourse(course);
        QuizVersion quiz = versions.requireCurrent(QuizDraft.finalOf(course));
        QuizStanding standing = personId == null ? QuizStanding.NONE : attempts.standing(personId, quiz.quizId());
        return new BeforeView(
                course,
                quiz.title().in(locale),
                quiz.title().languageIn(locale),
                quiz.length(),
                quiz.minutes(),
                Pass.needed(quiz, locale),
                standing.open().orElse(null),
                standing.submitted(),
                standing.passed().orElse(null),
                times.limits(personId, quiz, standing.open().isPresent()),
                versions.questions(quiz.pool()).values().stream()
                        .anyMatch(question -> question.rubric().isPresent()),
                standing.waiting().orElse(null));
    }

    /** @param unsaved what a form says that was older than the stored answer, or null */
    AttemptView question(UUID personId, AttemptSheet sheet, int position, @Nullable Given unsaved, Locale locale) {
        return question(personId, sheet, position, unsaved, null, locale);
    }

    /** @param faults why a file was not taken, or null */
    AttemptView question(
            UUID personId,
            AttemptSheet sheet,
            int position,
            @Nullable Given unsaved,
            @Nullable Faults faults,
            Locale locale) {
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow(Problem::notFound);
        QuestionVersion question = versions.question(slot.questionVersionId());
        // A press that was not saved leads nowhere: the page shows where the rehearsal stands.
        boolean rehearsal = question.body() instanceof QuestionBody.Rehearsal;
        Given given = unsaved == null || rehearsal ? slot.given() : unsaved;
        return new AttemptView(
                sheet.id(),
                Frame.keyOf(personId),
                sheet.quiz().course(),
                sheet.quiz().title().in(locale),
                position,
                sheet.slots().size(),
                sheet.slots().stream().map(other -> stop(other, position)).toList(),
                QuestionView.of("q", question.face(), slot.shown(), given, Marks.NONE, locale),
                given == null ? "" : given.state().word(),
                slot.revision(),
                Ids.next(),
                slot.savedAt() == null ? "" : timeOfDay(slot.savedAt()),
                slot.flagged(),
                times.end(sheet),
                files.of(sheet, slot, question.body(), faults),
                unsaved == null ? null : conflict(question, slot, unsaved, locale));
    }

    private static AttemptView.Conflict conflict(
            QuestionVersion question, AttemptSheet.Slot slot, Given unsaved, Locale locale) {
        return new AttemptView.Conflict(
                AnswerWords.of(question.body(), unsaved, slot.shown(), locale),
                AnswerWords.of(question.body(), slot.given(), slot.shown(), locale));
    }

    private static String stop(AttemptSheet.Slot slot, int here) {
        if (slot.position() == here) {
            return "here";
        }
        if (slot.given() != null && slot.given().state() == ResponseState.UNKNOWN) {
            return "unknown";
        }
        return slot.answered() ? "done" : "ahead";
    }

    ReviewView review(UUID personId, AttemptSheet sheet, Locale locale) {
        List<ReviewView.Row> rows = sheet.slots().stream()
                .map(slot -> new ReviewView.Row(
                        slot.position(),
                        versions.question(slot.questionVersionId())
                                .face()
                                .heading()
                                .in(locale),
                        slot.begun()
                                ? "begun"
                                : slot.given() == null || !slot.answered()
                                        ? ""
                                        : slot.given().state().word(),
                        slot.flagged()))
                .toList();
        return new ReviewView(
                sheet.id(),
                Frame.keyOf(personId),
                sheet.quiz().course(),
                sheet.quiz().title().in(locale),
                sheet.quiz().title().languageIn(locale),
                times.end(sheet),
                (int) sheet.slots().stream().filter(AttemptSheet.Slot::answered).count(),
                rows);
    }

    /** @throws Problem.NotFound when this person has no such attempt */
    LogView log(UUID personId, UUID attemptId, Locale locale) {
        AttemptSheet sheet = reader.whole(personId, attemptId);
        List<LogView.Line> lines = jdbi.withHandle(handle -> handle.createQuery(LOG)
                .bind("attempt", attemptId)
                .map((row, context) -> line(row, sheet, locale))
                .list());
        return new LogView(
                attemptId,
                sheet.quiz().course(),
                sheet.quiz().title().in(locale),
                sheet.quiz().title().languageIn(locale),
                sheet.open(),
                lines);
    }

    private LogView.Line line(ResultSet row, AttemptSheet sheet, Locale locale) throws SQLException {
        int position = row.getInt("position");
        String state = row.getString("state");
        String kind = row.getString("kind");
        boolean ownWords = position > 0 && row.getString("answer") != null && freeText(sheet, position);
        return new LogView.Line(
                MOMENT.format(row.getObject("at", OffsetDateTime.class).atZoneSameInstant(zone)),
                Texts.get(locale, "quiz.event_" + kind),
                position,
                kind.equals("extend")
                        ? List.of(minutes(row.getString("answer"), locale))
                        : state == null ? List.of() : words(sheet, position, state, row.getString("answer"), locale),
                ownWords);
    }

    private boolean freeText(AttemptSheet sheet, int position) {
        return versions.question(sheet.slot(position).orElseThrow().questionVersionId())
                        .body()
                instanceof QuestionBody.FreeText;
    }

    private static String minutes(String answer, Locale locale) {
        return Texts.get(
                locale,
                "quiz.minutes",
                Json.read(answer, JsonNode.class).path("minutes").asInt());
    }

    private List<String> words(AttemptSheet sheet, int position, String state, @Nullable String answer, Locale locale) {
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow();
        QuestionBody body = versions.question(slot.questionVersionId()).body();
        Given given = new Given(
                ResponseState.of(state), answer == null ? null : Answers.read(body, Json.read(answer, JsonNode.class)));
        return AnswerWords.of(body, given, slot.shown(), locale);
    }

    private String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant.atZone(zone));
    }
}
