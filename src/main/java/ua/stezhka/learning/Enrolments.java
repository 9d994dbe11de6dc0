package ua.stezhka.learning;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.learning.CourseProgress.LessonProgress;

/** Reads who learns what and how far they are. */
@Singleton
public class Enrolments {
    private final Jdbi jdbi;
    private final Courses courses;

    Enrolments(Jdbi jdbi, Courses courses) {
        this.jdbi = jdbi;
        this.courses = courses;
    }

    /** How far a person is in a course; empty when it is not begun. One statement. */
    public Optional<CourseProgress> progress(UUID personId, Revision revision) {
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select e.id, e.course_id, e.started_at, e.quiz_passed_at, e.quiz_percent, e.completed_at,
                               l.lesson_id, l.step_id, l.steps_done, l.updated_at, l.completed_at as lesson_completed_at
                        from learning.enrolment e left join learning.lesson_progress l on l.enrolment_id = e.id
                        where e.person_id = :personId and e.course_id = :courseId""")
                .bind("personId", personId)
                .bind("courseId", revision.courseId())
                .map(new Rows())
                .list());
        return rows.isEmpty() ? Optional.empty() : Optional.of(together(revision, rows));
    }

    /** All courses a person has begun, the one touched last first. Two statements. */
    public List<CourseProgress> of(UUID personId) {
        Map<UUID, List<Row>> byCourse = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select e.id, e.course_id, e.started_at, e.quiz_passed_at, e.quiz_percent, e.completed_at,
                               l.lesson_id, l.step_id, l.steps_done, l.updated_at, l.completed_at as lesson_completed_at
                        from learning.enrolment e left join learning.lesson_progress l on l.enrolment_id = e.id
                        where e.person_id = :personId""")
                .bind("personId", personId)
                .map(new Rows())
                .forEach(row -> byCourse.computeIfAbsent(row.enrolment().courseId(), id -> new ArrayList<>())
                        .add(row)));
        if (byCourse.isEmpty()) {
            return List.of();
        }
        Map<UUID, Revision> revisions = new HashMap<>();
        courses.all().forEach(revision -> revisions.put(revision.courseId(), revision));
        return byCourse.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(revisions.get(entry.getKey())).stream()
                        .map(revision -> together(revision, entry.getValue())))
                .sorted(Comparator.comparing(CourseProgress::touchedAt).reversed())
                .toList();
    }

    private static CourseProgress together(Revision revision, List<Row> rows) {
        Enrolment enrolment = rows.getFirst().enrolment();
        Map<String, LessonProgress> lessons = new HashMap<>();
        Instant touched = enrolment.startedAt();
        for (Row row : rows) {
            if (row.lesson() != null && row.updatedAt() != null) {
                lessons.put(row.lesson().lessonId(), row.lesson());
                touched = row.updatedAt().isAfter(touched) ? row.updatedAt() : touched;
            }
        }
        return new CourseProgress(
                enrolment.id(),
                revision,
                lessons,
                enrolment.quizPassedAt(),
                enrolment.quizPercent(),
                enrolment.completedAt(),
                touched);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** Reads lessons one under the other; what their enrolment says is read once, however many lessons it has. */
    private static final class Rows implements RowMapper<Row> {
        private @Nullable Enrolment last;

        @Override
        public Row map(ResultSet row, StatementContext context) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            if (last == null || !last.id().equals(id)) {
                last = new Enrolment(
                        id,
                        row.getObject("course_id", UUID.class),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "quiz_passed_at"),
                        row.getObject("quiz_percent", Integer.class),
                        instant(row, "completed_at"));
            }
            return new Row(last, lesson(row), instant(row, "updated_at"));
        }

        private static @Nullable LessonProgress lesson(ResultSet row) throws SQLException {
            String lessonId = row.getString("lesson_id");
            return lessonId == null
                    ? null
                    : new LessonProgress(
                            lessonId,
                            row.getString("step_id"),
                            row.getInt("steps_done"),
                            instant(row, "lesson_completed_at"));
        }
    }

    private record Enrolment(
            UUID id,
            UUID courseId,
            Instant startedAt,
            @Nullable Instant quizPassedAt,
            @Nullable Integer quizPercent,
            @Nullable Instant completedAt) {}

    private record Row(
            Enrolment enrolment,
            @Nullable LessonProgress lesson,
            @Nullable Instant updatedAt) {}
}
