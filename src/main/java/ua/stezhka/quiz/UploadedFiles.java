package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;
import ua.stezhka.question.MalformedAnswer;
import ua.stezhka.question.QuestionBody;

/** Reads the files that were sent as answers. */
@Singleton
public class UploadedFiles {
    private static final String IN_ANSWER = """
            select u.id, u.label, u.kind, u.kept_size, u.forgotten_at is null as kept
            from quiz.response r
            cross join lateral jsonb_array_elements_text(r.answer -> 'files') with ordinality as file(id, place)
            join quiz.upload u on u.attempt_id = r.attempt_id and u.position = r.position and u.id = cast(file.id as uuid)
            where r.attempt_id = :attempt and r.position = :position and u.finished_at is not null
            order by file.place
            """;
    private static final String HEAD = """
            select u.label, u.media_type from quiz.upload u join quiz.attempt a on a.id = u.attempt_id
            where u.id = :id and u.attempt_id = :attempt and u.position = :position
              and u.finished_at is not null and u.forgotten_at is null
              and case when cast(:person as uuid) is null then a.submitted_at is not null and a.kind = 'graded'
                       else a.person_id = cast(:person as uuid) end
            """;

    private final Jdbi jdbi;

    UploadedFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A file with its content. */
    public record Content(String label, String mediaType, byte[] bytes) {}

    private record Head(String label, String mediaType) {}

    /** The files that are the answer now, in their order. */
    List<UploadedFile> of(UUID attemptId, int position) {
        return jdbi.withHandle(handle -> handle.createQuery(IN_ANSWER)
                .bind("attempt", attemptId)
                .bind("position", position)
                .map((row, context) -> new UploadedFile(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getString("kind"),
                        row.getLong("kept_size"),
                        row.getBoolean("kept")))
                .list());
    }

    /** The files of an answer; none, and no statement, for a question of another type. */
    public List<UploadedFile> of(UUID attemptId, int position, QuestionBody body, @Nullable Given given) {
        return body instanceof QuestionBody.FileWork && given != null && given.answer() != null
                ? of(attemptId, position)
                : List.of();
    }

    /** A file for whoever sent it. @throws Problem.NotFound when there is none of this person */
    Content ofOwner(UUID personId, UUID attemptId, int position, UUID fileId) {
        return content(personId, attemptId, position, fileId);
    }

    /** A file of a submitted attempt, for whoever may mark it. @throws Problem.NotFound when there is none */
    public Content forMarker(UUID attemptId, int position, UUID fileId) {
        return content(null, attemptId, position, fileId);
    }

    private Content content(@Nullable UUID personId, UUID attemptId, int position, UUID fileId) {
        return jdbi.withHandle(handle -> {
            Head head = handle.createQuery(HEAD)
                    .bind("id", fileId)
                    .bind("attempt", attemptId)
                    .bind("position", position)
                    .bind("person", personId)
                    .map((row, context) -> new Head(row.getString("label"), row.getString("media_type")))
                    .findOne()
                    .orElseThrow(Problem::notFound);
            return new Content(head.label, head.mediaType, bytes(handle, fileId));
        });
    }

    static byte[] bytes(Handle handle, UUID fileId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        handle.createQuery("select bytes from quiz.upload_part where upload_id = :id order by start")
                .bind("id", fileId)
                .mapTo(byte[].class)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** @throws MalformedAnswer when one of the files was not sent to this question, or there are too many */
    void requireAll(UUID attemptId, int position, Answer.FileWork work, int most) {
        List<UUID> ids = work.files().stream().map(UUID::fromString).toList();
        int known = jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from quiz.upload
                        where id = any(:ids) and attempt_id = :attempt and position = :position and finished_at is not null""")
                .bindArray("ids", UUID.class, ids)
                .bind("attempt", attemptId)
                .bind("position", position)
                .mapTo(Integer.class)
                .one());
        if (known < ids.size() || ids.size() > most) {
            throw new MalformedAnswer("files");
        }
    }
}
