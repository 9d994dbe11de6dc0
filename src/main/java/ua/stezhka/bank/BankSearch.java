package ua.stezhka.bank;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ua.stezhka.analysis.ItemHealth;
import ua.stezhka.platform.Texts;
import ua.stezhka.quiz.QuestionBank;

/** Looks for questions. */
@Singleton
class BankSearch {
    static final int SIZE = 50;

    private static final int FEWEST = 5;

    /** Of each question the version published last, and drafts. */
    private static final String STANDING = """
            from quiz.question q
            join quiz.question_version v on v.question_id = q.id
            join course.course c on c.id = q.course_id
            join course.revision r on r.id = c.current_revision_id
            cross join lateral (select case when v.published_at is null and v.reviewed_at is null then 'draft'
                when v.published_at is null then 'reviewed' when v.retired_at is null then 'live' else 'retired' end as state) how
            where (v.published_at is null or not exists (
                      select from quiz.question_version n where n.question_id = v.question_id and n.published_at > v.published_at))
              and (cast(:words as tsquery) is null or quiz.words_of(v.prompt, v.body) @@ cast(:words as tsquery))
              and (:course = '' or c.slug = :course)
              and (:competence = '' or v.competence = :competence)
              and (:level = '' or v.level = :level)
              and (:type = '' or v.body ->> 'type' = :type)
              and (:state = '' or how.state = :state)
              and (:audience = '' or :audience = any (r.audience))
              and (not :reported or exists (select from bank.report o where o.question_id = q.id and o.answered_at is null))
            """;

    private static final String PAGE = """
            select v.id, q.id as question_id, q.content_id, c.slug, v.competence, v.level, coalesce(v.difficulty, '') as difficulty,
                   how.state,
                   (select count(*) from bank.report o where o.question_id = q.id and o.answered_at is null) as reports
            <standing>
              and (cast(:after as uuid) is null or (q.course_id, q.content_id, v.id) > (
                  select aq.course_id, aq.content_id, av.id from quiz.question_version av join quiz.question aq on aq.id = av.question_id
                  where av.id = cast(:after as uuid)))
            order by q.course_id, q.content_id, v.id limit :size
            """;
    private static final String NUMBER = "select count(*) <standing>";

    private final Jdbi jdbi;
    private final QuestionBank bank;
    private final ItemHealth health;

    BankSearch(Jdbi jdbi, QuestionBank bank, ItemHealth health) {
        this.jdbi = jdbi;
        this.bank = bank;
        this.health = health;
    }

    /**
     * One page of what was found.
     *
     * @param after the last question of this page; null when there is no further page
     */
    record Page(List<BankRow> rows, @Nullable UUID after) {}

    private record Found(
            UUID questionId,
            UUID versionId,
            String contentId,
            String course,
            String competence,
            String level,
            String difficulty,
            String state,
            int reports) {}

    /** How many questions fit. One statement. */
    int count(BankFilter filter) {
        return jdbi.withHandle(
                handle -> asked(handle, NUMBER, filter).mapTo(Integer.class).one());
    }

    /** The page after a question, or the first one. Six statements at most, whatever is found: four of them ask how questions measure. */
    Page page(BankFilter filter, @Nullable UUID after, Locale locale) {
        List<Found> found = jdbi.withHandle(handle -> asked(handle, PAGE, filter)
                .bindByType("after", after, UUID.class)
                .bind("size", SIZE + 1)
                .map((row, context) -> found(row))
                .list());
        List<Found> shown = found.subList(0, Math.min(SIZE, found.size()));
        Map<UUID, QuestionBank.Face> faces =
                bank.faces(shown.stream().map(Found::versionId).toList());
        Map<UUID, ItemHealth.Health> healths =
                health.of(shown.stream().map(Found::questionId).toList());
        return new Page(
                shown.stream()
                        .map(row -> row(
                                row,
                                Objects.requireNonNull(faces.get(row.versionId)),
                                words(healths.get(row.questionId), locale),
                                locale))
                        .toList(),
                found.size() > SIZE ? shown.getLast().versionId : null);
    }

    private static Query asked(Handle handle, String statement, BankFilter filter) {
        return handle.createQuery(statement)
                .define("standing", STANDING)
                .bind("words", filter.words())
                .bind("course", filter.course())
                .bind("competence", filter.competence())
                .bind("level", filter.level())
                .bind("type", filter.type())
                .bind("state", filter.state())
                .bind("audience", filter.audience())
                .bind("reported", filter.reported());
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("question_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("content_id"),
                row.getString("slug"),
                row.getString("competence"),
                row.getString("level"),
                row.getString("difficulty"),
                row.getString("state"),
                row.getInt("reports"));
    }

    private static BankRow row(Found found, QuestionBank.Face face, @Nullable String health, Locale locale) {
        return new BankRow(
                found.questionId,
                found.versionId,
                found.contentId,
                face.plain().in(locale),
                face.plain().languageIn(locale),
                found.course,
                face.type(),
                found.competence,
                found.level,
                found.state,
                found.difficulty,
                found.reports,
                health);
    }

    /** What strikes, or the share that people earn; nothing while so few have answered that somebody could be known by it. */
    private static @Nullable String words(ItemHealth.@Nullable Health health, Locale locale) {
        if (health == null || health.answers() < FEWEST) {
            return null;
        }
        return health.suspicious()
                ? health.flags().stream()
                        .sorted()
                        .map(flag -> Texts.get(locale, "analysis.flag_" + flag.key()))
                        .collect(Collectors.joining(", "))
                : Math.round(100 * health.facility().orElse(0)) + "\u00a0%";
    }
}
