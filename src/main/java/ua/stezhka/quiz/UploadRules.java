package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.QuestionBody;

/** How much may be sent: for one file, one question, one attempt and one person. Source: ASVS 5.0, 5.2.1, 5.2.4. */
@Singleton
class UploadRules {
    private static final String FIELD = "file";
    private static final int MOST_AT_ONCE = 5;
    private static final Duration LATER = Duration.ofHours(1);
    private static final String SUMS = """
            select (select coalesce(sum(size), 0) from quiz.upload where attempt_id = :attempt and forgotten_at is null) as of_attempt,
                   (select coalesce(sum(u.size), 0) from quiz.upload u join quiz.attempt a on a.id = u.attempt_id
                    where a.person_id = :person and u.forgotten_at is null) as of_person,
                   (select count(*) from quiz.upload
                    where attempt_id = :attempt and position = :position and finished_at is null) as unfinished,
                   (select coalesce(jsonb_array_length(answer -> 'files'), 0) from quiz.response
                    where attempt_id = :attempt and position = :position) as files
            """;

    private final QuizConfig config;

    UploadRules(QuizConfig config) {
        this.config = config;
    }

    private record Sums(long ofAttempt, long ofPerson, int unfinished, int files) {}

    long mostBytes() {
        return config.fileSize().asLongValue();
    }

    /** Whether a file of this size may be sent to a question, whose attempt the caller has locked. @throws Problem when not */
    void check(Handle handle, UUID personId, UUID attemptId, int position, QuestionBody.FileWork asked, long size) {
        if (size < 1) {
            throw refused("quiz.file_empty");
        }
        if (size > mostBytes()) {
            throw refused("quiz.file_too_large");
        }
        Sums sums = handle.createQuery(SUMS)
                .bind("attempt", attemptId)
                .bind("person", personId)
                .bind("position", position)
                .map((row, context) -> new Sums(
                        row.getLong("of_attempt"),
                        row.getLong("of_person"),
                        row.getInt("unfinished"),
                        row.getInt("files")))
                .one();
        if (sums.files >= asked.most()) {
            throw refused("quiz.files_too_many");
        }
        if (sums.ofAttempt + size > config.attemptFilesSize().asLongValue()
                || sums.ofPerson + size > config.personFilesSize().asLongValue()) {
            throw refused("quiz.files_too_large");
        }
        if (sums.unfinished >= MOST_AT_ONCE) {
            throw Problem.tooMany(LATER);
        }
    }

    static Problem refused(String code) {
        return Problem.invalid(new Problem.FieldFault(FIELD, code));
    }
}
