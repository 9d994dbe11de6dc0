package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ua.stezhka.certificate.Certificates;
import ua.stezhka.certificate.HeldCertificate;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.framework.Area;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.home.MyView.AreaRow;
import ua.stezhka.home.MyView.CertificateRow;
import ua.stezhka.home.MyView.CourseRow;
import ua.stezhka.home.MyView.NextThing;
import ua.stezhka.learning.CourseProgress;
import ua.stezhka.learning.Enrolments;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;

/** Gathers what a learner's own page shows. */
@Singleton
class MyViews {
    private static final double RING = 2 * Math.PI * 40;
    private final Enrolments enrolments;
    private final Courses courses;
    private final Frameworks frameworks;
    private final Certificates certificates;
    private final MyNews news;
    private final PlatformConfig config;

    MyViews(
            Enrolments enrolments,
            Courses courses,
            Frameworks frameworks,
            Certificates certificates,
            MyNews news,
            PlatformConfig config) {
        this.enrolments = enrolments;
        this.courses = courses;
        this.frameworks = frameworks;
        this.certificates = certificates;
        this.news = news;
        this.config = config;
    }

    MyView view(Optional<UUID> personId, boolean registered, boolean bank, Locale locale) {
        List<CourseProgress> begun = personId.map(enrolments::of).orElse(List.of());
        List<AreaRow> areas = areas(begun, locale);
        List<HeldCertificate> held = personId.map(certificates::heldBy).orElse(List.of());
        return new MyView(
                registered,
                begun.stream()
                        .filter(progress -> !progress.completed())
                        .findFirst()
                        .map(progress -> next(progress, locale))
                        .orElse(null),
                begun.stream().map(progress -> row(progress, locale)).toList(),
                areas,
                Radars.draw(areas),
                furthest(areas),
                (int) areas.stream().filter(area -> area.done() == 0).count(),
                held.stream()
                        .filter(HeldCertificate::valid)
                        .map(certificate -> row(certificate, locale))
                        .toList(),
                news.of(personId, locale),
                bank,
                false,
                List.of());
    }

    private static NextThing next(CourseProgress progress, Locale locale) {
        Revision revision = progress.revision();
        String course = "/courses/" + revision.slug();
        String title = revision.title().in(locale);
        Optional<Lesson> lesson = progress.nextLesson();
        if (lesson.isEmpty()) {
            return new NextThing(
                    "quiz",
                    course + "/quiz",
                    title,
                    "",
                    revision.title().languageIn(locale),
                    0,
                    0,
                    0,
                    0,
                    revision.quiz().minutes(),
                    List.of());
        }
        int step = progress.resumeAt(lesson.get());
        int steps = lesson.get().steps().size();
        return new NextThing(
                "lesson",
                course + "/lessons/" + lesson.get().id() + "/steps/" + step,
                title,
                lesson.get().title().in(locale),
                revision.title().languageIn(locale),
                lesson.get().position(),
                revision.lessons().size(),
                step,
                steps,
                progress.minutesLeft(lesson.get()),
                IntStream.rangeClosed(1, steps)
                        .mapToObj(stop -> stop < step ? "done" : stop == step ? "here" : "ahead")
                        .toList());
    }

    private static CourseRow row(CourseProgress progress, Locale locale) {
        int lessons = progress.revision().lessons().size();
        int done = (int) progress.lessonsDone();
        return new CourseRow(
                progress.revision().slug(),
                progress.revision().title().in(locale),
                progress.revision().title().languageIn(locale),
                done,
                lessons,
                Radars.number(RING * done / lessons),
                progress.completed());
    }

    /** Lessons done in each area, over all courses: a lesson counts in every area that its course teaches. */
    private List<AreaRow> areas(List<CourseProgress> begun, Locale locale) {
        List<AreaRow> rows = new ArrayList<>();
        List<Revision> all = courses.all();
        for (Area area : frameworks.all().getFirst().areas()) {
            int lessons = 0;
            int done = 0;
            for (Revision revision : all) {
                if (teaches(revision, area)) {
                    lessons += revision.lessons().size();
                    done += begun.stream()
                            .filter(progress -> progress.revision().courseId().equals(revision.courseId()))
                            .mapToInt(progress -> (int) progress.lessonsDone())
                            .sum();
                }
            }
            rows.add(new AreaRow(rows.size() + 1, area.name().in(locale), done, lessons));
        }
        return rows;
    }

    private static boolean teaches(Revision revision, Area area) {
        return revision.competences().stream().anyMatch(target -> area.competences().stream()
                .anyMatch(competence -> competence.id().equals(target.competence())));
    }

    private static List<String> furthest(List<AreaRow> areas) {
        return areas.stream()
                .filter(area -> area.done() > 0)
                .sorted((one, other) -> Integer.compare(other.done() * one.lessons(), one.done() * other.lessons()))
                .limit(2)
                .map(AreaRow::name)
                .toList();
    }

    private CertificateRow row(HeldCertificate certificate, Locale locale) {
        return new CertificateRow(
                certificate.number(),
                certificate.courseTitle().in(locale),
                certificate.courseTitle().languageIn(locale),
                Dates.longDate(certificate.issuedAt(), config.zone(), locale));
    }
}
