package ua.stezhka.course;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Picture;

/** Writes a revision with all its parts. */
record NewRevision(Handle handle, UUID revision, CourseDraft draft) {
    private static final String REVISION = """
            insert into course.revision
                (id, course_id, number, content_hash, published_at, languages, title, summary, audience, band, framework_id,
                 outcomes, picture, picture_alt, checked_on, quiz_questions, quiz_pass_percent, quiz_minutes)
            values (:id, :course, (select count(*) + 1 from course.revision where course_id = :course), :hash, :now,
                    :languages, cast(:title as jsonb), cast(:summary as jsonb), :audience, :band, :framework,
                    cast(:outcomes as jsonb), :picture, cast(:pictureAlt as jsonb), :checkedOn, :questions, :passPercent, :minutes)
            on conflict (id) do nothing
            """;
    private static final String TARGET = """
            insert into course.target (revision_id, competence, position, level)
            values (:revision, :competence, :position, :level)
            """;
    private static final String PICTURE =
            "insert into course.picture (revision_id, name, view_box, body) values (:revision, :name, :viewBox, :body)";
    private static final String SECTION = """
            insert into course.section (revision_id, id, position, title)
            values (:revision, :id, :position, cast(:title as jsonb))
            """;
    private static final String LESSON = """
            insert into course.lesson (revision_id, id, section_id, position, title, minutes)
            values (:revision, :id, :section, :position, cast(:title as jsonb), :minutes)
            """;
    private static final String STEP = """
            insert into course.step (revision_id, lesson_id, id, position, title, body, question)
            values (:revision, :lesson, :id, :position, cast(:title as jsonb), cast(:body as jsonb), :question)
            """;

    /** Writes it, unless the same content was published before: then that revision is there already. */
    void insert(UUID course, String hash, Instant now) {
        if (insertRevision(course, hash, now)) {
            insertTargets();
            insertPictures();
            insertLessons();
        }
    }

    private boolean insertRevision(UUID course, String hash, Instant now) {
        return handle.createUpdate(REVISION)
                        .bind("id", revision)
                        .bind("course", course)
                        .bind("hash", hash)
                        .bind("now", now)
                        .bindArray("languages", String.class, draft.languages().toArray())
                        .bind("title", Json.write(draft.title()))
                        .bind("summary", Json.write(draft.summary()))
                        .bindArray("audience", String.class, draft.audience().toArray())
                        .bind("band", draft.band())
                        .bind("framework", draft.framework())
                        .bind("outcomes", Json.write(draft.outcomes()))
                        .bind("picture", draft.picture())
                        .bind("pictureAlt", Json.write(draft.pictureAlt()))
                        .bind("checkedOn", draft.checkedOn())
                        .bind("questions", draft.quiz().questions())
                        .bind("passPercent", draft.quiz().passPercent())
                        .bind("minutes", draft.quiz().minutes())
                        .execute()
                > 0;
    }

    private PreparedBatch batch(String statement) {
        return handle.prepareBatch(statement);
    }

    private void insertTargets() {
        PreparedBatch targets = batch(TARGET);
        draft.competences().forEach(target -> targets.bind("revision", revision)
                .bind("competence", target.competence())
                .bind("position", targets.size() + 1)
                .bind("level", target.level())
                .add());
        targets.execute();
    }

    private void insertPictures() {
        PreparedBatch pictures = batch(PICTURE);
        for (Map.Entry<String, Picture> picture : draft.pictures().entrySet()) {
            pictures.bind("revision", revision)
                    .bind("name", picture.getKey())
                    .bind("viewBox", picture.getValue().viewBox())
                    .bind("body", picture.getValue().body())
                    .add();
        }
        pictures.execute();
    }

    private void insertLessons() {
        PreparedBatch sections = batch(SECTION);
        PreparedBatch lessons = batch(LESSON);
        PreparedBatch steps = batch(STEP);
        for (CourseDraft.Section section : draft.sections()) {
            sections.bind("revision", revision)
                    .bind("id", section.id())
                    .bind("position", sections.size() + 1)
                    .bind("title", Json.write(section.title()))
                    .add();
            for (CourseDraft.Lesson lesson : section.lessons()) {
                lessons.bind("revision", revision)
                        .bind("id", lesson.id())
                        .bind("section", section.id())
                        .bind("position", lessons.size() + 1)
                        .bind("title", Json.write(lesson.title()))
                        .bind("minutes", lesson.minutes())
                        .add();
                addSteps(steps, lesson);
            }
        }
        sections.execute();
        lessons.execute();
        steps.execute();
    }

    private void addSteps(PreparedBatch steps, CourseDraft.Lesson lesson) {
        int position = 0;
        for (CourseDraft.Step step : lesson.steps()) {
            steps.bind("revision", revision)
                    .bind("lesson", lesson.id())
                    .bind("id", step.id())
                    .bind("position", ++position)
                    .bind("title", Json.write(step.title()))
                    .bind("body", Json.write(step.body()))
                    .bind("question", step.question())
                    .add();
        }
    }
}
