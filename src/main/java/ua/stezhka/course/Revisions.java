package ua.stezhka.course;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Published revisions: each is read and drawn once and then kept in memory, because it never changes. */
@ApplicationScoped
class Revisions {
    private static final TypeReference<List<LocalText>> TEXTS = new TypeReference<>() {};
    private static final String REVISION =
            """
            select r.*, c.slug from course.revision r join course.course c on c.id = r.course_id where r.id = :id
            """;
    private static final String LESSONS =
            """
            select s.id as section_id, s.title as section_title, l.id, l.position, l.title, l.minutes
            from course.section s join course.lesson l on l.revision_id = s.revision_id and l.section_id = s.id
            where s.revision_id = :id order by s.position, l.position
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
        return handle.createQuery(REVISION)
                .bind("id", id)
                .map((row, context) -> revision(row, handle, id))
                .findOne()
                .orElse(null);
    }
}
