package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** The files that a person sent, for the copy of the person’s data. */
@Singleton
class OwnFiles {
    private static final Pattern ENDING = Pattern.compile("[a-z]{3,4}$");

    private final Jdbi jdbi;

    OwnFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param name made by the program: the id of the file, and the ending of its kind */
    record Kept(String name, byte[] bytes) {}

    private record Head(UUID id, String label) {}

    List<Kept> of(List<UUID> people) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select u.id, u.label from quiz.upload u join quiz.attempt a on a.id = u.attempt_id
                        where a.person_id in (<people>) and u.finished_at is not null and u.forgotten_at is null
                        order by u.begun_at""")
                .bindList("people", people)
                .map((row, context) -> new Head(row.getObject("id", UUID.class), row.getString("label")))
                .list()
                .stream()
                .map(head -> new Kept(head.id + "." + ending(head.label), UploadedFiles.bytes(handle, head.id)))
                .toList());
    }

    private static String ending(String label) {
        return ENDING.matcher(label)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("bin");
    }
}
