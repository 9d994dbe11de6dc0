package ua.stezhka.mentoring;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.people.People;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Given;
import ua.stezhka.question.Mark;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.WorkView;
import ua.stezhka.question.Written;
import ua.stezhka.quiz.GivenMarks;
import ua.stezhka.quiz.Marking;
import ua.stezhka.quiz.UploadedFiles;

/** What the pages of markers show. */
@Singleton
class MarkingViews {
    private final MarkingQueue queue;
    private final GivenMarks marks;
    private final UploadedFiles files;
    private final People people;
    private final PlatformConfig config;

    MarkingViews(MarkingQueue queue, GivenMarks marks, UploadedFiles files, People people, PlatformConfig config) {
        this.queue = queue;
        this.marks = marks;
        this.files = files;
        this.people = people;
        this.config = config;
    }

    /** What a form says: points as they were typed, and the comment. */
    record Typed(Map<String, String> points, String comment) {
        static final Typed NOTHING = new Typed(Map.of(), "");
    }

    MarkingQueueView queue(UUID markerId, String course, boolean saved, Locale locale) {
        List<MarkingQueue.Course> courses = queue.courses(markerId);
        return new MarkingQueueView(
                courses.stream()
                        .map(each -> new MarkingQueueView.Course(
                                each.course(),
                                each.title().in(locale),
                                each.title().languageIn(locale),
                                each.number()))
                        .toList(),
                course,
                courses.stream()
                        .filter(each -> course.isEmpty() || each.course().equals(course))
                        .mapToInt(MarkingQueue.Course::number)
                        .sum(),
                queue.waiting(markerId, course).stream()
                        .map(entry -> row(entry, locale))
                        .toList(),
                queue.marked(markerId).stream().map(entry -> row(entry, locale)).toList(),
                saved);
    }

    private MarkingQueueView.Row row(MarkingQueue.Entry entry, Locale locale) {
        return new MarkingQueueView.Row(
                entry.address(),
                entry.name(),
                entry.title().in(locale),
                entry.title().languageIn(locale),
                entry.type().equals("file"),
                Dates.date(entry.at(), config.zone()));
    }

    /**
     * An answer with what was typed about it, or with the last mark.
     *
     * @param other the mark that came in between, or null
     */
    MarkingView work(Marking.Work work, @Nullable Typed typed, @Nullable Mark other, Faults faults, Locale locale) {
        UUID attempt = work.attempt();
        int position = work.position();
        QuestionVersion question = work.question();
        Given given = work.given();
        Mark last = marks.of(attempt, position).orElse(null);
        Typed shown = typed == null ? typed(last) : typed;
        String text = given.answer() instanceof Answer.FreeText free ? free.text() : "";
        return new MarkingView(
                attempt,
                position,
                people.name(work.owner().personId()).orElse(""),
                work.title().in(locale),
                work.title().languageIn(locale),
                Dates.date(work.submittedAt(), config.zone()),
                new RawString(question.face().prompt().in(locale)),
                question.face().picture() == null
                        ? null
                        : new RawString(question.face().picture().in(locale)),
                WorkView.of(question.body(), text, locale),
                Written.paragraphs(text),
                files.of(attempt, position, question.body(), given),
                Written.paragraphs(work.rubric().model().in(locale)),
                criteria(work.rubric(), shown, locale),
                shown.comment,
                last == null ? 0 : last.number(),
                before(last, work.rubric()),
                before(other, work.rubric()),
                faults);
    }

    private static Typed typed(@Nullable Mark last) {
        if (last == null) {
            return Typed.NOTHING;
        }
        Map<String, String> points = new java.util.HashMap<>();
        last.points().forEach((criterion, given) -> points.put(criterion, Integer.toString(given)));
        return new Typed(points, last.comment());
    }

    private static List<MarkingView.Criterion> criteria(AnswerKey.Rubric rubric, Typed typed, Locale locale) {
        return rubric.criteria().stream()
                .map(criterion -> new MarkingView.Criterion(
                        criterion.id(),
                        criterion.text().in(locale),
                        criterion.points(),
                        IntStream.rangeClosed(0, criterion.points()).boxed().toList(),
                        typed.points.getOrDefault(criterion.id(), "")))
                .toList();
    }

    private MarkingView.@Nullable Before before(@Nullable Mark mark, AnswerKey.Rubric rubric) {
        return mark == null
                ? null
                : new MarkingView.Before(
                        mark.points().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        rubric.most(),
                        Written.paragraphs(mark.comment()),
                        Dates.dateTime(mark.markedAt(), config.zone()));
    }
}
