package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Problem;

/** What final quizzes ask, for those who plan them. */
@Singleton
public class QuizPlans {
    private static final String PLANS = """
            select q.id, z.id as version, z.course, z.title, z.draws, z.pass_percent, z.minutes, z.blueprint,
                   (select coalesce(jsonb_agg(jsonb_build_object('competence', c.competence, 'level', c.level, 'count', c.count)), '[]')
                    from (select v.competence, v.level, count(*) as count
                          from quiz.pool_question p join quiz.question_version v on v.id = p.question_version_id
                          where p.quiz_version_id = z.id and v.retired_at is null group by v.competence, v.level) c) as pool
            from quiz.quiz q join quiz.quiz_version z on z.id = q.current_version_id
            where q.lesson is null and (cast(:quiz as uuid) is null or q.id = cast(:quiz as uuid))
            order by z.course
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final QuizCopies copies;

    QuizPlans(Jdbi jdbi, QuizVersions versions, QuizCopies copies) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.copies = copies;
    }

    /** All final quizzes. One statement. */
    public List<QuizPlan> all() {
        return read(null);
    }

    /** One final quiz. One statement. @throws Problem.NotFound when there is none of this id */
    public QuizPlan of(UUID quizId) {
        return read(quizId).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /**
     * From now on new attempts ask what the blueprint says; it is a new version of the quiz.
     *
     * @param blueprint asks at least one question, and of no cell more than there are
     */
    @Transactional
    public void save(UUID quizId, Blueprint blueprint) {
        int draws = blueprint.cells().stream().mapToInt(Blueprint.Cell::count).sum();
        jdbi.useHandle(
                handle -> copies.with(handle, quizId, Json.write(Map.of("draws", draws, "blueprint", blueprint))));
        versions.forgetCurrent();
    }

    private List<QuizPlan> read(@Nullable UUID quizId) {
        return jdbi.withHandle(handle -> handle.createQuery(PLANS)
                .bindByType("quiz", quizId, UUID.class)
                .map((row, context) -> {
                    String blueprint = row.getString("blueprint");
                    return new QuizPlan(
                            row.getObject("id", UUID.class),
                            row.getObject("version", UUID.class),
                            row.getString("course"),
                            Json.read(row.getString("title"), LocalText.class),
                            row.getInt("draws"),
                            row.getInt("pass_percent"),
                            row.getInt("minutes"),
                            blueprint == null ? null : Json.read(blueprint, Blueprint.class),
                            List.of(Json.read(row.getString("pool"), Blueprint.Cell[].class)));
                })
                .list());
    }
}
