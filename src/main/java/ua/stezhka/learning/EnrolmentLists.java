package ua.stezhka.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;

/** Reads the administrator's lists of enrolments, completions and courses. */
@ApplicationScoped
class EnrolmentLists {
    private final Jdbi jdbi;
    private final Courses courses;
    private final PlatformConfig config;

    EnrolmentLists(Jdbi jdbi, Courses courses, PlatformConfig config) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.config = config;
    }

    /** Enrolments, newest first; only completed ones, or only those of a person, when asked. Three statements. */
    PageOf<EnrolmentRow> page(boolean completedOnly, Optional<UUID> person, int number, Locale locale) {
        Map<UUID, Revision> revisions = new HashMap<>();
        courses.all().forEach(revision -> revisions.put(revision.courseId(), revision));
        return jdbi.withHandle(handle -> {
            int total = handle.createQuery("""
                            select count(*) from learning.enrolment e
                            where (not :completedOnly or e.completed_at is not null)
                              and (cast(:person as uuid) is null or e.person_id = cast(:person as uuid))""")
                    .bind("completedOnly", completedOnly)
                    .bindByType("person", person.orElse(null), UUID.class)
                    .mapTo(Integer.class)
                    .one();
            List<EnrolmentRow> rows = handle.createQuery("""
                            select e.person_id, e.course_id, e.started_at, e.quiz_passed_at, e.quiz_percent, e.completed_at,
                                   case when p.registered_at is null then '' else p.name end as name,
                                   (select count(*) from learning.lesson_progress l
                                    where l.enrolment_id = e.id and l.completed_at is not null) as lessons_done
                            from learning.enrolment e join account.person p on p.id = e.person_id
                            where (not :completedOnly or e.completed_at is not null)
                              and (cast(:person as uuid) is null or e.person_id = cast(:person as uuid))
                            order by case when :completedOnly then e.completed_at else e.started_at end desc, e.id
                            limit :size offset :offset""")
                    .bind("completedOnly", completedOnly)
                    .bindByType("person", person.orElse(null), UUID.class)
                    .bind("size", PageOf.SIZE)
                    .bind("offset", PageOf.offset(number))
                    .map((row, context) -> row(row, revisions, locale))
                    .list();
            return new PageOf<>(rows, number, total, PageOf.SIZE);
        });
    }

    /** All courses with the numbers of enrolments and completions. Two statements. */
    List<CourseRow> courses(Locale locale) {
        Map<UUID, int[]> numbers = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select course_id, count(*) as began, count(completed_at) as completed from learning.enrolment group by course_id")
                .map((row, context) -> numbers.put(
                        row.getObject("course_id", UUID.class),
                        new int[] {row.getInt("began"), row.getInt("completed")}))
                .list());
        return courses.all().stream()
                .map(revision -> {
                    int[] known = numbers.getOrDefault(revision.courseId(), new int[2]);
                    return new CourseRow(
                            revision.slug(),
                            revision.title().in(locale),
                            revision.title().languageIn(locale),
                            revision.number(),
                            Dates.date(revision.publishedAt(), config.zone()),
                            revision.lessons().size(),
                            known[0],
                            known[1]);
                })
                .toList();
    }

    private EnrolmentRow row(ResultSet row, Map<UUID, Revision> revisions, Locale locale) throws SQLException {
        Revision revision = revisions.get(row.getObject("course_id", UUID.class));
        int percent = row.getInt("quiz_percent");
        String quizPercent = row.wasNull() ? "" : percent + " %";
        return new EnrolmentRow(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                revision == null ? "" : revision.title().in(locale),
                revision == null ? locale.getLanguage() : revision.title().languageIn(locale),
                revision == null ? "" : revision.slug(),
                Dates.date(row.getTimestamp("started_at").toInstant(), config.zone()),
                row.getInt("lessons_done"),
                revision == null ? 0 : revision.lessons().size(),
                row.getTimestamp("quiz_passed_at") != null,
                quizPercent,
                Dates.date(Enrolments.instant(row, "completed_at"), config.zone()));
    }
}
