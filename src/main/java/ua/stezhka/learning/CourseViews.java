package ua.stezhka.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.learning.CourseView.LessonRow;
import ua.stezhka.learning.CourseView.SectionView;
import ua.stezhka.platform.Dates;

/** Puts a course and a person's progress in it into the words of the course page. */
@Singleton
class CourseViews {
    private static final int MOST_FACES = 500;
    private static final int MOST_VIEWS = 2000;

    private final Frameworks frameworks;
    private final Cache<CourseFace.Key, CourseFace> faces =
            Caffeine.newBuilder().maximumSize(MOST_FACES).build();
    private final Cache<Standing, CourseView> views =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build();

    CourseViews(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    CourseView view(Revision revision, Optional<CourseProgress> progress, Locale locale) {
        Framework framework = frameworks.framework(revision.framework());
        CourseFace.Key key = new CourseFace.Key(revision.id(), framework.edition(), locale);
        return views.get(Standing.of(key, progress), standing -> view(standing, revision, framework, progress));
    }

    private CourseView view(
            Standing standing, Revision revision, Framework framework, Optional<CourseProgress> progress) {
        Locale locale = standing.face().locale();
        Optional<Lesson> next = progress.isPresent()
                ? progress.get().nextLesson()
                : Optional.of(revision.lessons().getFirst());
        CourseFace face = faces.get(standing.face(), key -> face(key, revision, framework));
        return new CourseView(
                standing,
                face,
                state(progress),
                mainAddress(revision, progress, next),
                next.map(lesson -> lesson.title().in(locale)).orElse(""),
                next.map(Lesson::position).orElse(0),
                progress.map(CourseProgress::minutesLeft).orElse(face.minutes()),
                sections(revision, progress, next, locale),
                progress.map(known -> known.quizPassedAt() != null).orElse(false));
    }

    private static CourseFace face(CourseFace.Key key, Revision revision, Framework framework) {
        Locale locale = key.locale();
        Revision.FinalQuiz quiz = revision.quiz();
        return new CourseFace(
                key,
                revision.slug(),
                revision.title().in(locale),
                revision.summary().in(locale),
                revision.title().languageIn(locale),
                areas(revision, framework, locale),
                revision.band(),
                revision.audience(),
                revision.speaks("en"),
                revision.lessons().size(),
                revision.minutes(),
                revision.outcomes().stream().map(outcome -> outcome.in(locale)).toList(),
                competences(revision, framework, locale),
                framework.namesOfficial(),
                quiz.questions(),
                rightAnswers(quiz),
                Dates.longDate(revision.checkedOn(), locale));
    }

    /** The least number of right answers that reaches the pass mark. */
    static int rightAnswers(Revision.FinalQuiz quiz) {
        return (quiz.questions() * quiz.passPercent() + 99) / 100;
    }

    private static String state(Optional<CourseProgress> progress) {
        if (progress.isEmpty()) {
            return "new";
        }
        if (progress.get().completed()) {
            return "completed";
        }
        return progress.get().allLessonsDone() ? "quiz" : "begun";
    }

    private static String mainAddress(Revision revision, Optional<CourseProgress> progress, Optional<Lesson> next) {
        String course = "/courses/" + revision.slug();
        if (progress.isPresent() && progress.get().completed()) {
            return course + "/certificate";
        }
        return next.map(lesson -> course + "/lessons/" + lesson.id()).orElse(course + "/quiz");
    }

    private static List<SectionView> sections(
            Revision revision, Optional<CourseProgress> progress, Optional<Lesson> next, Locale locale) {
        return revision.sections().stream()
                .map(section -> new SectionView(
                        section.title().in(locale),
                        section.lessons().stream()
                                .map(lesson -> row(revision, lesson, progress, next, locale))
                                .toList()))
                .toList();
    }

    private static LessonRow row(
            Revision revision, Lesson lesson, Optional<CourseProgress> progress, Optional<Lesson> next, Locale locale) {
        boolean done = progress.isPresent() && progress.get().lessonCompleted(lesson);
        boolean here =
                progress.isPresent() && next.isPresent() && next.get().id().equals(lesson.id());
        return new LessonRow(
                "/courses/" + revision.slug() + "/lessons/" + lesson.id(),
                lesson.title().in(locale),
                lesson.minutes(),
                done ? "done" : here ? "here" : "ahead",
                progress.map(known -> known.resumeAt(lesson)).orElse(1),
                lesson.steps().size());
    }

    private static List<String> areas(Revision revision, Framework framework, Locale locale) {
        return revision.competences().stream()
                .flatMap(target -> framework.areaOf(target.competence()).stream())
                .map(area -> area.name().in(locale))
                .distinct()
                .toList();
    }

    private static List<CourseFace.TargetView> competences(Revision revision, Framework framework, Locale locale) {
        return revision.competences().stream()
                .map(target -> new CourseFace.TargetView(
                        framework
                                .competence(target.competence())
                                .map(competence -> competence.name().in(locale))
                                .orElse(target.competence()),
                        framework
                                .level(target.level())
                                .map(level -> level.name().in(locale))
                                .orElse(target.level())))
                .toList();
    }
}
