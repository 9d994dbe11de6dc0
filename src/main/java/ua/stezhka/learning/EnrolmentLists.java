package ua.stezhka.learning;

import jakarta.inject.Singleton;
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
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;

/** Reads the administrator's lists of enrolments, completions and courses. */
@Singleton
class EnrolmentLists {
    private final Jdbi jdbi;
    private final Courses courses;
    private final PlatformConfig config;

    EnrolmentLists(Jdbi jdbi, Courses courses, PlatformConfig config) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.config = config;
    }

    /** Enrolments, newest first; only completed ones, or only those of a person, when asked. Two statements. */
    PageOf<EnrolmentRow> page(boolean completedOnly, Optional<UUID> person, int number, Locale locale) {
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
                            select e.person_id, c.slug, c.withdrawn_at is not null as withdrawn, r.title,
                                   (select count(*) from course.lesson l where l.revision_id = r.id) as lessons, e.started_at, e.quiz_passed_at, e.quiz_percent, e.completed_at,
                                   case when p.registered_at is null then '' else p.name end as name,
                                   (select count(*) from learning.lesson_progress l
                                    where l.enrolment_id = e.id and l.completed_at is not null) as lessons_done
                            from learning.enrolment e
                            join account.person p on p.id = e.person_id
                            join course.course c on c.id = e.course_id
                            join course.revision r on r.id = c.current_revision_id
                            where (not :completedOnly or e.completed_at is not null)
                              and (cast(:person as uuid) is null or e.person_id = cast(:person as uuid))
                            order by case when :completedOnly then e.completed_at else e.started_at end desc, e.id
                            limit :size offset :offset""")
                    .bind("completedOnly", completedOnly)
                    .bindByType("person", person.orElse(null), UUID.class)
                    .bind("size", PageOf.SIZE)
                    .bind("offset", PageOf.offset(number))
                    .map((row, context) -> row(row, locale))
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

    private EnrolmentRow row(ResultSet row, Locale locale) throws SQLException {
        LocalText title = Json.read(row.getString("title"), LocalText.class);
        int percent = row.getInt("quiz_percent");
        String quizPercent = row.wasNull() ? "" : percent + " %";
        return new EnrolmentRow(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                title.in(locale),
                title.languageIn(locale),
                row.getString("slug"),
                row.getBoolean("withdrawn"),
                Dates.date(row.getTimestamp("started_at").toInstant(), config.zone()),
                row.getInt("lessons_done"),
                row.getInt("lessons"),
                row.getTimestamp("quiz_passed_at") != null,
                quizPercent,
                Dates.date(Enrolments.instant(row, "completed_at"), config.zone()));
    }
}
