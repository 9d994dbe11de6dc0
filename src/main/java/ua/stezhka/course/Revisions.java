package ua.stezhka.course;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Revision.FinalQuiz;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.course.Revision.Section;
import ua.stezhka.course.Revision.Step;
import ua.stezhka.course.Revision.Target;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;
import ua.stezhka.platform.Pictures;
import ua.stezhka.platform.SafeSvg;

/** Published revisions: each is read and drawn once and then kept in memory, because it never changes. */
@Singleton
class Revisions {
    private static final TypeReference<List<LocalText>> TEXTS = new TypeReference<>() {};
    private static final String REVISION = """
            select r.*, c.slug from course.revision r join course.course c on c.id = r.course_id where r.id = :id
            """;
    private static final String LESSONS = """
            select s.id as section_id, s.title as section_title, l.id, l.position, l.title, l.minutes
            from course.section s join course.lesson l on l.revision_id = s.revision_id and l.section_id = s.id
            where s.revision_id = :id order by s.position, l.position
            """;
    private static final String STEPS = """
            select lesson_id, id, position, title, body, question from course.step
            where revision_id = :id order by lesson_id, position
            """;

    private final Jdbi jdbi;
    private final Map<UUID, Revision> known = new ConcurrentHashMap<>();

    Revisions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Revision> find(UUID id) {
        Revision revision = known.get(id);
        if (revision == null) {
            revision = jdbi.withHandle(handle -> read(handle, id));
            if (revision != null) {
                known.put(id, revision);
            }
        }
        return Optional.ofNullable(revision);
    }

    private static @Nullable Revision read(Handle handle, UUID id) {
        Map<String, Picture> pictures = pictures(handle, id);
        return handle.createQuery(REVISION)
                .bind("id", id)
                .map((row, context) ->
                        revision(row, id, pictures, targets(handle, id), sections(handle, id, new StepHtml(pictures))))
                .findOne()
                .orElse(null);
    }

    private static Revision revision(
            ResultSet row, UUID id, Map<String, Picture> pictures, List<Target> targets, List<Section> sections)
            throws SQLException {
        return new Revision(
                id,
                row.getObject("course_id", UUID.class),
                row.getString("slug"),
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("languages").getArray()),
                text(row.getString("title")),
                text(row.getString("summary")),
                List.of((String[]) row.getArray("audience").getArray()),
                row.getString("band"),
                row.getString("framework_id"),
                targets,
                Json.read(row.getString("outcomes"), TEXTS),
                Pictures.decoration(Objects.requireNonNull(pictures.get(row.getString("picture")))),
                text(row.getString("picture_alt")),
                row.getObject("checked_on", LocalDate.class),
                sections,
                new FinalQuiz(
                        row.getInt("quiz_questions"), row.getInt("quiz_pass_percent"), row.getInt("quiz_minutes")));
    }

    private static Map<String, Picture> pictures(Handle handle, UUID id) {
        return handle
                .createQuery("select name, view_box, body from course.picture where revision_id = :id")
                .bind("id", id)
                .map((row, context) -> Map.entry(
                        row.getString("name"),
                        SafeSvg.clean(new Picture(row.getString("view_box"), row.getString("body")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Target> targets(Handle handle, UUID id) {
        return handle.createQuery(
                        "select competence, level from course.target where revision_id = :id order by position")
                .bind("id", id)
                .map((row, context) -> new Target(row.getString("competence"), row.getString("level")))
                .list();
    }

    private static List<Section> sections(Handle handle, UUID id, StepHtml drawing) {
        Map<String, List<Step>> steps = steps(handle, id, drawing);
        Map<String, Section> sections = new LinkedHashMap<>();
        handle.createQuery(LESSONS)
                .bind("id", id)
                .map((row, context) -> {
                    String section = row.getString("section_id");
                    String lesson = row.getString("id");
                    LocalText title = text(row.getString("section_title"));
                    sections.computeIfAbsent(section, s -> new Section(s, title, new ArrayList<>()))
                            .lessons()
                            .add(new Lesson(
                                    lesson,
                                    row.getInt("position"),
                                    text(row.getString("title")),
                                    row.getInt("minutes"),
                                    List.copyOf(steps.getOrDefault(lesson, List.of()))));
                    return lesson;
                })
                .list();
        return sections.values().stream()
                .map(section -> new Section(section.id(), section.title(), List.copyOf(section.lessons())))
                .toList();
    }

    private static Map<String, List<Step>> steps(Handle handle, UUID id, StepHtml drawing) {
        Map<String, List<Step>> steps = new HashMap<>();
        handle.createQuery(STEPS)
                .bind("id", id)
                .map((row, context) -> steps.computeIfAbsent(row.getString("lesson_id"), lesson -> new ArrayList<>())
                        .add(new Step(
                                row.getString("id"),
                                row.getInt("position"),
                                text(row.getString("title")),
                                drawing.draw(Json.read(row.getString("body"), CourseDraft.Body.class)),
                                Optional.ofNullable(row.getString("question")))))
                .list();
        return steps;
    }

    private static LocalText text(String json) {
        return Json.read(json, LocalText.class);
    }
}
