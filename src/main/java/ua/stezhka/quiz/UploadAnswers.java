package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;

/** Makes a file that has arrived a part of the answer, or no longer. The caller has locked the attempt, so no other save comes between. */
@Singleton
class UploadAnswers {
    private final Responses responses;

    UploadAnswers(Responses responses) {
        this.responses = responses;
    }

    /** The files that are the answer now. */
    record Stored(int revision, @Nullable JsonNode answer) {
        List<String> files() {
            List<String> files = new ArrayList<>();
            if (answer != null) {
                answer.path("files").forEach(file -> files.add(file.asText()));
            }
            return files;
        }
    }

    void add(Handle handle, Uploads.Place place, UUID id, String label, Inspection.Found found, Instant now) {
        handle.createUpdate("delete from quiz.upload_part where upload_id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("insert into quiz.upload_part (upload_id, start, bytes) values (:id, 0, :bytes)")
                .bind("id", id)
                .bind("bytes", found.bytes())
                .execute();
        handle.createUpdate("""
                        update quiz.upload set kind = :kind, media_type = :type, hash = :hash, finished_at = :now, label = :label,
                               kept_size = :size
                        where id = :id""")
                .bind("id", id)
                .bind("kind", found.kind().word())
                .bind("type", found.mediaType())
                .bind("hash", hash(found.bytes()))
                .bind("now", now)
                .bind("label", FileLabel.of(label, found.ending()))
                .bind("size", found.bytes().length)
                .execute();
        save(handle, place, id, files -> {
            files.add(id.toString());
            return files;
        });
    }

    void remove(Handle handle, Uploads.Place place, UUID id) {
        save(handle, place, Ids.next(), files -> {
            files.remove(id.toString());
            return files;
        });
        delete(handle, id);
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate("delete from quiz.upload_part where upload_id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("delete from quiz.upload where id = :id")
                .bind("id", id)
                .execute();
    }

    /** The answer as it is now. */
    static Stored stored(Handle handle, Uploads.Place place) {
        return handle.createQuery(
                        "select revision, answer from quiz.response where attempt_id = :attempt and position = :position")
                .bind("attempt", place.attemptId())
                .bind("position", place.position())
                .map((row, context) -> {
                    String answer = row.getString("answer");
                    return new Stored(
                            row.getInt("revision"), answer == null ? null : Json.read(answer, JsonNode.class));
                })
                .findOne()
                .orElse(new Stored(0, null));
    }

    private void save(Handle handle, Uploads.Place place, UUID saveId, UnaryOperator<List<String>> change) {
        Stored stored = stored(handle, place);
        List<String> before = stored.files();
        Given given = Given.of(new Answer.FileWork(change.apply(stored.files())));
        if (given.answer() != null || !before.isEmpty()) {
            SaveOutcome outcome = responses.save(
                    place.personId(), place.attemptId(), place.position(), saveId, stored.revision, body -> given);
            if (outcome instanceof SaveOutcome.Stale) {
                throw Problem.conflict("quiz.stale_answer");
            }
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
