package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AnswerWords;
import ua.stezhka.question.Given;
import ua.stezhka.question.Marks;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.ResponseState;

/** What the pages of quizzes and open attempts show. */
@Singleton
class QuizViews {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    private final Courses courses;
    private final QuizVersions versions;
    private final Attempts attempts;
    private final QuizTimes times;
    private final FileViews files;
    private final ZoneId zone;

    QuizViews(
            Courses courses,
            QuizVersions versions,
            Attempts attempts,
            QuizTimes times,
            FileViews files,
            PlatformConfig config) {
        this.courses = courses;
        this.versions = versions;
        this.attempts = attempts;
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

    private String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant.atZone(zone));
    }
}
