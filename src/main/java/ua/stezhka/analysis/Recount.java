package ua.stezhka.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts everything anew from the attempts alone, quiz version by quiz version, and tells whether the sums were right. Until a version is
 * through, pages show the old sums.
 */
@Singleton
class Recount {
    private static final int LONGEST_SECONDS = 900;
    private static final String ATTEMPTS = """
            select id from quiz.attempt where quiz_version_id = :version and kind = 'graded' and submitted_at is not null
            union select attempt_id from analysis.counted_attempt where quiz_version_id = :version
            """;
    private static final List<String> CLEAR = List.of(
            "delete from analysis.quiz_sum where quiz_version_id = :version",
            "delete from analysis.item_sum where quiz_version_id = :version",
            "delete from analysis.item_spread where quiz_version_id = :version",
            "delete from analysis.option_sum where quiz_version_id = :version");

    private final Jdbi jdbi;
    private final AnalysisConfig config;

    Recount(Jdbi jdbi, AnalysisConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /**
     * What came of it.
     *
     * @param attempts  attempts looked at
     * @param different quiz versions whose sums were not what their attempts add up to; 0 unless something is broken
     */
    record Outcome(int quizVersions, int attempts, int different) {}

    Outcome all() {
        List<UUID> versions = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select quiz_version_id from quiz.attempt where submitted_at is not null and kind = 'graded'
                        union select quiz_version_id from analysis.quiz_sum""").mapTo(UUID.class).list());
        int attempts = 0;
        int different = 0;
        for (UUID version : versions) {
            Outcome outcome = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .call(() -> jdbi.withHandle(handle -> one(handle, version)));
            attempts += outcome.attempts;
            different += outcome.different;
        }
        return new Outcome(versions.size(), attempts, different);
    }

    private Outcome one(Handle handle, UUID version) {
        Counting.alone(handle);
        while (Counting.countDue(handle, config.atOnce()) > 0) {
            // What has just been graded is no difference.
        }
        String before = digest(handle, version);
        CLEAR.forEach(statement ->
                handle.createUpdate(statement).bind("version", version).execute());
        List<UUID> attempts = handle.createQuery(ATTEMPTS)
                .bind("version", version)
                .mapTo(UUID.class)
                .list();
        for (List<UUID> some : parts(attempts, config.atOnce())) {
            UUID[] ids = some.toArray(UUID[]::new);
            handle.registerArrayType(UUID.class, "uuid");
            for (String forget : List.of(CountingSql.FORGET_RESPONSES, CountingSql.FORGET_ATTEMPTS)) {
                handle.createUpdate(forget)
                        .bindArray("ids", UUID.class, (Object[]) ids)
                        .execute();
            }
            Counting.count(handle, ids);
        }
        return new Outcome(1, attempts.size(), before.equals(digest(handle, version)) ? 0 : 1);
    }

    private static String digest(Handle handle, UUID version) {
        return handle.createQuery(CountingSql.DIGEST)
                .bind("version", version)
                .mapTo(String.class)
                .one();
    }

    private static List<List<UUID>> parts(List<UUID> all, int size) {
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }
}
