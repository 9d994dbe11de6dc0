package ua.stezhka.quiz;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Files do not stay for ever: what did not arrive whole goes first, the others when their time is over. Any node may do it, also twice. */
@Singleton
class FileRetention {
    private static final String FORGET_CONTENT = """
            with due as (select id from quiz.upload
                         where forgotten_at is null and begun_at < :old or finished_at is null and begun_at < :unfinished
                         order by begun_at limit 500 for update skip locked)
            delete from quiz.upload_part p using due where p.upload_id = due.id
            """;
    private static final String FORGET = """
            with due as (select u.id, u.finished_at from quiz.upload u
                         where (u.forgotten_at is null and u.begun_at < :old or u.finished_at is null and u.begun_at < :unfinished)
                           and not exists (select from quiz.upload_part p where p.upload_id = u.id)),
            gone as (delete from quiz.upload u using due where u.id = due.id and due.finished_at is null)
            update quiz.upload u set forgotten_at = :now from due where u.id = due.id and due.finished_at is not null
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final QuizConfig config;

    FileRetention(Jdbi jdbi, Clock clock, QuizConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(
            every = "{stezhka.quiz.file-retention-pause}",
            delayed = "7m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Instant now = clock.instant();
        Instant old = now.minus(config.keepFiles());
        Instant unfinished = now.minus(config.keepUnfinishedFiles());
        jdbi.useHandle(handle -> {
            handle.createUpdate(FORGET_CONTENT)
                    .bind("old", old)
                    .bind("unfinished", unfinished)
                    .execute();
            handle.createUpdate(FORGET)
                    .bind("now", now)
                    .bind("old", old)
                    .bind("unfinished", unfinished)
                    .execute();
        });
    }
}
