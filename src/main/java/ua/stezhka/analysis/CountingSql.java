package ua.stezhka.analysis;

/** The statements that count attempts: for some attempts at once, all in whole numbers. */
final class CountingSql {
    static final String TAKE = """
            delete from analysis.attempt_due
            where id in (select id from analysis.attempt_due order by id limit :most)
            returning attempt_id
            """;

    static final String FORGET_RESPONSES = "delete from analysis.counted_response where attempt_id = any(:ids)";
    static final String FORGET_ATTEMPTS = "delete from analysis.counted_attempt where attempt_id = any(:ids)";

    /**
     * The first attempt of a person at a quiz, once it is graded. Materialised, so that no plan computes the scores of other
     * attempts on the way: one that cannot be counted would then stop them all.
     */
    static final String COUNT_ATTEMPTS = """
            with asked as materialized (
                select attempt_id, earned, possible from quiz.attempt_question where attempt_id = any(:ids)
            )
            insert into analysis.counted_attempt (attempt_id, quiz_version_id, month_on, questions, total, squares)
            select a.id, a.quiz_version_id, cast(date_trunc('month', a.submitted_at at time zone 'UTC') as date),
                   count(*), sum(scored.score), sum(scored.score * scored.score)
            from quiz.attempt a
            join asked q on q.attempt_id = a.id
            cross join lateral (select (q.earned * 10000 + q.possible / 2) / q.possible as score) scored
            where a.id = any(:ids) and a.kind = 'graded' and a.submitted_at is not null and a.earned is not null
              and scored.score is not null
              and not exists (
                  select from quiz.attempt earlier
                  where earlier.person_id = a.person_id and earlier.quiz_id = a.quiz_id and earlier.kind = 'graded'
                    and (earlier.submitted_at, earlier.id) < (a.submitted_at, a.id))
            group by a.id
            """;

    /** Scores, what was left open, which options were chosen, and the time between saves that ended at the question. */
    static final String COUNT_RESPONSES = """
            with asked as materialized (
                select attempt_id, position, question_version_id, arrangement, earned, possible
                from quiz.attempt_question where attempt_id = any(:ids)
            ), step as (
                select attempt_id, position,
                       cast(extract(epoch from at - lag(at) over (partition by attempt_id order by at, id)) * 1000 as bigint) as millis
                from quiz.attempt_event
                where attempt_id = any(:ids) and kind in ('start', 'save')
            ), spent as (
                select attempt_id, position, sum(millis) as millis
                from step where position is not null and millis between 0 and :longest group by attempt_id, position
            )
            insert into analysis.counted_response
                (attempt_id, question_version_id, score, rest, state, seconds_place, chosen)
            select c.attempt_id, q.question_version_id, scored.score,
                   case when c.questions > 1 then (c.total - scored.score + (c.questions - 1) / 2) / (c.questions - 1) end,
                   coalesce(r.state, 'blank'),
                   width_bucket(spent.millis, cast(:bounds as bigint[])),
                   case when r.state is distinct from 'answered' then '{}'
                        when v.body ->> 'type' = 'single-choice' then analysis.options(q.arrangement, jsonb_build_array(r.answer -> 'option'))
                        when v.body ->> 'type' = 'multiple-choice' then analysis.options(q.arrangement, r.answer -> 'options')
                        when v.body ->> 'type' = 'true-false' then array[coalesce(r.answer ->> 'value', '')]
                        else '{}' end
            from analysis.counted_attempt c
            join asked q on q.attempt_id = c.attempt_id
            cross join lateral (select (q.earned * 10000 + q.possible / 2) / q.possible as score) scored
            join quiz.question_version v on v.id = q.question_version_id
            left join quiz.response r on r.attempt_id = q.attempt_id and r.position = q.position
            left join spent on spent.attempt_id = q.attempt_id and spent.position = q.position
            where c.attempt_id = any(:ids) and scored.score is not null
            """;

    static final String ADD_TO_QUIZ = """
            insert into analysis.quiz_sum as known
                (quiz_version_id, month_on, attempts, questions, total_squares, item_squares,
                 shares, share_squares, share_cubes, share_fourths, percents)
            select quiz_version_id, month_on, :sign * count(*), :sign * sum(questions),
                   :sign * sum(cast(total as numeric) * total), :sign * sum(squares),
                   :sign * sum(share), :sign * sum(share * share), :sign * sum(share * share * share),
                   :sign * sum(cast(share as numeric) * share * share * share),
                   analysis.counts(cast((share + 50) / 100 as integer), :sign, 101)
            from (select *, (total + questions / 2) / questions as share
                  from analysis.counted_attempt where attempt_id = any(:ids)) counted
            group by quiz_version_id, month_on
            on conflict on constraint one_sum_a_quiz_version_and_month do update
            set attempts = known.attempts + excluded.attempts, questions = known.questions + excluded.questions,
                total_squares = known.total_squares + excluded.total_squares,
                item_squares = known.item_squares + excluded.item_squares, shares = known.shares + excluded.shares,
                share_squares = known.share_squares + excluded.share_squares,
                share_cubes = known.share_cubes + excluded.share_cubes,
                share_fourths = known.share_fourths + excluded.share_fourths,
                percents = analysis.plus(known.percents, excluded.percents)
            """;

    static final String ADD_TO_ITEMS = """
            insert into analysis.item_sum as known
                (quiz_version_id, question_version_id, month_on, answers, scores, score_squares,
                 pairs, rests, rest_squares, products, unknown, cleared, blank, times)
            select c.quiz_version_id, r.question_version_id, c.month_on, :sign * count(*), :sign * sum(r.score),
                   :sign * sum(r.score * r.score), :sign * count(r.rest), :sign * coalesce(sum(r.rest), 0),
                   :sign * coalesce(sum(r.rest * r.rest), 0), :sign * coalesce(sum(r.score * r.rest), 0),
                   :sign * count(*) filter (where r.state = 'unknown'), :sign * count(*) filter (where r.state = 'cleared'),
                   :sign * count(*) filter (where r.state = 'blank'), analysis.counts(r.seconds_place, :sign, :places)
            from analysis.counted_attempt c join analysis.counted_response r on r.attempt_id = c.attempt_id
            where c.attempt_id = any(:ids)
            group by c.quiz_version_id, r.question_version_id, c.month_on
            on conflict on constraint one_sum_an_item_and_month do update
            set answers = known.answers + excluded.answers, scores = known.scores + excluded.scores,
                score_squares = known.score_squares + excluded.score_squares, pairs = known.pairs + excluded.pairs,
                rests = known.rests + excluded.rests, rest_squares = known.rest_squares + excluded.rest_squares,
                products = known.products + excluded.products, unknown = known.unknown + excluded.unknown,
                cleared = known.cleared + excluded.cleared, blank = known.blank + excluded.blank,
                times = analysis.plus(known.times, excluded.times)
            """;

    static final String ADD_TO_SPREADS = """
            insert into analysis.item_spread as known
                (quiz_version_id, question_version_id, answers, score_percents, rest_percents)
            select c.quiz_version_id, r.question_version_id, :sign * count(*),
                   analysis.counts(cast((r.score + 50) / 100 as integer), :sign, 101),
                   analysis.counts(cast((r.rest + 50) / 100 as integer), :sign, 101)
            from analysis.counted_attempt c join analysis.counted_response r on r.attempt_id = c.attempt_id
            where c.attempt_id = any(:ids)
            group by c.quiz_version_id, r.question_version_id
            on conflict on constraint one_spread_an_item do update
            set answers = known.answers + excluded.answers,
                score_percents = analysis.plus(known.score_percents, excluded.score_percents),
                rest_percents = analysis.plus(known.rest_percents, excluded.rest_percents)
            """;

    static final String ADD_TO_OPTIONS = """
            insert into analysis.option_sum as known (quiz_version_id, question_version_id, option, chosen, pairs, rests)
            select c.quiz_version_id, r.question_version_id, option, :sign * count(*), :sign * count(r.rest),
                   :sign * coalesce(sum(r.rest), 0)
            from analysis.counted_attempt c join analysis.counted_response r on r.attempt_id = c.attempt_id
            cross join lateral unnest(r.chosen) as option
            where c.attempt_id = any(:ids)
            group by c.quiz_version_id, r.question_version_id, option
            on conflict on constraint one_sum_an_option do update
            set chosen = known.chosen + excluded.chosen, pairs = known.pairs + excluded.pairs, rests = known.rests + excluded.rests
            """;

    /** What nothing counts in any more is no row; only what was taken out of can be empty. */
    static final String DROP_EMPTY = """
            with quizzes as (delete from analysis.quiz_sum where attempts = 0),
                 items as (delete from analysis.item_sum where answers = 0),
                 spreads as (delete from analysis.item_spread where answers = 0)
            delete from analysis.option_sum where chosen = 0
            """;

    /** Everything that the sums say of a quiz version, as one text. */
    static final String DIGEST = """
            select md5(coalesce(string_agg(line, chr(10) order by line), '')) from (
                select cast(s as text) as line from analysis.quiz_sum s where quiz_version_id = :version
                union all select cast(s as text) from analysis.item_sum s where quiz_version_id = :version
                union all select cast(s as text) from analysis.item_spread s where quiz_version_id = :version
                union all select cast(s as text) from analysis.option_sum s where quiz_version_id = :version) lines
            """;

    private CountingSql() {}
}
