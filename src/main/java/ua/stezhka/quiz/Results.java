package ua.stezhka.quiz;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.framework.Competence;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.question.AnswerWords;
import ua.stezhka.question.Feedback;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.Score;

/** Tells the result of a submitted attempt: what went well by competence, which lessons to take again. */
@Singleton
class Results {
    private static final int MOST_LESSONS = 3;
    private static final Score WELL = new Score(7, 10);

    private final Courses courses;
    private final Frameworks frameworks;
    private final QuizVersions versions;
    private final QuizTimes times;
    private final MarkedWorks works;

    Results(Courses courses, Frameworks frameworks, QuizVersions versions, QuizTimes times, MarkedWorks works) {
        this.courses = courses;
        this.frameworks = frameworks;
        this.versions = versions;
        this.times = times;
        this.works = works;
    }

    /** How one question went. */
    private record Answered(AttemptSheet.Slot slot, QuestionVersion question, Score score) {
        /** Whether people have yet to mark it. */
        boolean waits() {
            return slot.score() == null && question.markedByPeople(slot.given());
        }
    }

    ResultView of(UUID personId, AttemptSheet sheet, Locale locale) {
        List<Answered> answered = sheet.slots().stream().map(this::answered).toList();
        Map<String, List<Score>> byCompetence = new LinkedHashMap<>();
        answered.stream().filter(a -> !a.waits()).forEach(a -> byCompetence
                .computeIfAbsent(a.question.competence(), c -> new ArrayList<>())
                .add(a.score));
        Optional<Revision> course = courses.current(sheet.quiz().course());
        Map<String, ResultView.Lesson> lessons = lessonsByCompetence(sheet.quiz(), course, locale);
        QuizVersion quiz = sheet.quiz();
        Map<Integer, MarkedView> marked = works.of(sheet, locale);
        return new ResultView(
                sheet.id(),
                quiz.course(),
                quiz.title().in(locale),
                quiz.title().languageIn(locale),
                (int) answered.stream().filter(Answered::waits).count(),
                works.days(),
                sheet.passed(),
                Pass.earned(
                        Objects.requireNonNullElse(sheet.score(), Score.NOTHING),
                        sheet.slots().size(),
                        locale),
                sheet.slots().size(),
                Pass.needed(quiz, locale),
                good(byCompetence, course, locale),
                repeat(answered, lessons),
                answered.stream().map(a -> row(a, lessons, marked, locale)).toList(),
                times.timedOut(sheet),
                times.from(personId, quiz),
                sheet.trial());
    }

    private Answered answered(AttemptSheet.Slot slot) {
        return new Answered(
                slot,
                versions.question(slot.questionVersionId()),
                Objects.requireNonNullElse(slot.score(), Score.NOTHING));
    }

    private List<String> good(Map<String, List<Score>> byCompetence, Optional<Revision> course, Locale locale) {
        Optional<Framework> framework = course.map(revision -> frameworks.framework(revision.framework()));
        return byCompetence.entrySet().stream()
                .filter(entry -> Score.mean(entry.getValue()).compareTo(WELL) >= 0)
                .flatMap(entry -> framework.flatMap(f -> f.competence(entry.getKey())).stream())
                .map(Competence::name)
                .map(name -> name.in(locale))
                .toList();
    }

    /** For each competence the lesson of the course that asks most about it, the earlier one of two alike. */
    private Map<String, ResultView.Lesson> lessonsByCompetence(
            QuizVersion quiz, Optional<Revision> course, Locale locale) {
        Map<String, Map<String, Integer>> asked = new LinkedHashMap<>();
        for (QuizVersion lesson : versions.lessonsOf(quiz.courseId())) {
            versions.questions(lesson.pool()).values().forEach(question -> asked.computeIfAbsent(
                            question.competence(), c -> new LinkedHashMap<>())
                    .merge(String.valueOf(lesson.lesson()), 1, Integer::sum));
        }
        Map<String, ResultView.Lesson> lessons = new LinkedHashMap<>();
        asked.forEach((competence, counts) -> course.flatMap(revision -> revision.lessons().stream()
                        .filter(lesson -> counts.containsKey(lesson.id()))
                        .max(Comparator.<Revision.Lesson>comparingInt(lesson -> counts.get(lesson.id()))
                                .thenComparing(Comparator.comparingInt(Revision.Lesson::position)
                                        .reversed())))
                .ifPresent(lesson -> lessons.put(
                        competence,
                        new ResultView.Lesson(
                                "/courses/" + quiz.course() + "/lessons/" + lesson.id(),
                                lesson.title().in(locale),
                                lesson.minutes()))));
        return lessons;
    }

    private static List<ResultView.Lesson> repeat(List<Answered> answered, Map<String, ResultView.Lesson> lessons) {
        Map<ResultView.Lesson, Integer> missed = new LinkedHashMap<>();
        answered.stream()
                .filter(a -> !a.score.isFull() && !a.waits() && lessons.containsKey(a.question.competence()))
                .forEach(a -> missed.merge(lessons.get(a.question.competence()), 1, Integer::sum));
        return missed.entrySet().stream()
                .sorted(Map.Entry.<ResultView.Lesson, Integer>comparingByValue().reversed())
                .limit(MOST_LESSONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ResultView.Row row(
            Answered a, Map<String, ResultView.Lesson> lessons, Map<Integer, MarkedView> marked, Locale locale) {
        Given given = a.slot.given();
        boolean full = a.score.isFull();
        return new ResultView.Row(
                a.slot.position(),
                a.question.face().heading().in(locale),
                a.slot.answered() || a.slot.begun() ? tone(a, given) : "",
                AnswerWords.of(a.question.body(), given, a.slot.shown(), locale),
                full || a.waits() ? List.of() : AnswerWords.right(a.question, locale),
                new RawString(a.question.explanation().why().in(locale)),
                full || a.waits() ? null : lessons.get(a.question.competence()),
                marked.get(a.slot.position()));
    }

    private static String tone(Answered a, @Nullable Given given) {
        if (a.waits()) {
            return "waits";
        }
        return Feedback.Tone.of(a.score, a.question.meant(given, a.slot.shown()))
                .key();
    }
}
