create schema analysis;

-- Attempts to count, or to count anew: only ever added to by those who answer, so that no two of them wait for one row (ADR 0018).
create table analysis.attempt_due (
    id         bigint generated always as identity constraint due_attempts_stand_in_order primary key,
    attempt_id uuid not null
);

-- What of each attempt is in the sums now. No foreign key leads to the attempt: when it goes, this must first be taken out of the sums.
create table analysis.counted_attempt (
    attempt_id      uuid    constraint attempt_counts_once primary key,
    quiz_version_id uuid    not null constraint counted_attempt_is_at_a_quiz_version references quiz.quiz_version (id),
    month_on        date    not null constraint counted_month_begins_with_its_first_day check (extract(day from month_on) = 1),
    questions       integer not null constraint counted_attempt_asks_something check (questions > 0),
    total           bigint  not null constraint counted_total_is_within_its_questions check (total between 0 and 10000 * questions),
    squares         bigint  not null
);
create index counted_attempt_by_quiz_version on analysis.counted_attempt (quiz_version_id);

create table analysis.counted_response (
    attempt_id          uuid   not null constraint counted_response_belongs_to_a_counted_attempt
                               references analysis.counted_attempt (attempt_id),
    question_version_id uuid   not null constraint counted_response_answers_a_question_version references quiz.question_version (id),
    score               bigint not null constraint counted_score_is_a_share check (score between 0 and 10000),
    rest                bigint constraint counted_rest_is_a_share check (rest between 0 and 10000),
    state               text   not null constraint counted_state_is_known check (state in ('answered', 'cleared', 'unknown', 'blank')),
    seconds_place       integer,
    chosen              text[] not null,
    constraint question_counts_once_in_an_attempt primary key (attempt_id, question_version_id)
);
create index counted_response_by_question on analysis.counted_response (question_version_id);

-- Whole numbers only: shares in ten-thousandths, their sums, and counts by place.
create table analysis.quiz_sum (
    quiz_version_id uuid     not null constraint quiz_sum_is_of_a_quiz_version references quiz.quiz_version (id),
    month_on        date     not null,
    attempts        bigint   not null,
    questions       bigint   not null,
    total_squares   numeric  not null,
    item_squares    numeric  not null,
    shares          bigint   not null,
    share_squares   numeric  not null,
    share_cubes     numeric  not null,
    share_fourths   numeric  not null,
    percents        bigint[] not null,
    constraint one_sum_a_quiz_version_and_month primary key (quiz_version_id, month_on)
);

create table analysis.item_sum (
    quiz_version_id     uuid     not null constraint item_sum_is_of_a_quiz_version references quiz.quiz_version (id),
    question_version_id uuid     not null constraint item_sum_is_of_a_question_version references quiz.question_version (id),
    month_on            date     not null,
    answers             bigint   not null,
    scores              bigint   not null,
    score_squares       numeric  not null,
    pairs               bigint   not null,
    rests               bigint   not null,
    rest_squares        numeric  not null,
    products            numeric  not null,
    unknown             bigint   not null,
    cleared             bigint   not null,
    blank               bigint   not null,
    times               bigint[] not null,
    constraint one_sum_an_item_and_month primary key (quiz_version_id, question_version_id, month_on)
);
create index item_sum_by_question on analysis.item_sum (question_version_id);

create table analysis.item_spread (
    quiz_version_id     uuid     not null constraint item_spread_is_of_a_quiz_version references quiz.quiz_version (id),
    question_version_id uuid     not null constraint item_spread_is_of_a_question_version references quiz.question_version (id),
    answers             bigint   not null,
    score_percents      bigint[] not null,
    rest_percents       bigint[] not null,
    constraint one_spread_an_item primary key (quiz_version_id, question_version_id)
);
create index item_spread_by_question on analysis.item_spread (question_version_id);

create table analysis.option_sum (
    quiz_version_id     uuid   not null constraint option_sum_is_of_a_quiz_version references quiz.quiz_version (id),
    question_version_id uuid   not null constraint option_sum_is_of_a_question_version references quiz.question_version (id),
    option              text   not null,
    chosen              bigint not null,
    pairs               bigint not null,
    rests               bigint not null,
    constraint one_sum_an_option primary key (quiz_version_id, question_version_id, option)
);
create index option_sum_by_question on analysis.option_sum (question_version_id);

-- Adds a weight at one place of a list of counts; nothing where the place is not known.
create function analysis.count_at(counts bigint[], place integer, weight bigint, size integer) returns bigint[]
language plpgsql immutable as $$
begin
    if counts is null then
        counts := array_fill(0::bigint, array[size]);
    end if;
    if place is not null then
        counts[place + 1] := counts[place + 1] + weight;
    end if;
    return counts;
end $$;

create aggregate analysis.counts(place integer, weight bigint, size integer) (sfunc = analysis.count_at, stype = bigint[]);

create function analysis.plus(one bigint[], other bigint[]) returns bigint[] language sql immutable as $$
    select array_agg(coalesce(a, 0) + coalesce(b, 0) order by place) from unnest(one, other) with ordinality as both_lists(a, b, place)
$$;

-- An attempt that goes (an erased person, a guest who never came back) is taken out of the sums (ADR 0012). A trigger, because
-- rows of attempts are deleted at several places and none of them may forget it.
create function analysis.note_gone_attempts() returns trigger language plpgsql as $$
begin
    insert into analysis.attempt_due (attempt_id) select id from gone where submitted_at is not null;
    return null;
end $$;
create trigger gone_attempts_are_uncounted after delete on quiz.attempt
    referencing old table as gone for each statement execute function analysis.note_gone_attempts();

insert into analysis.attempt_due (attempt_id)
select id from quiz.attempt where submitted_at is not null and kind = 'graded';

-- The options that an answer names by their places in the arrangement of its attempt; what is no place names none.
create function analysis.options(arrangement jsonb, places jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct arrangement -> 'options' ->> (cast(place as integer) - 1)), '{}')
    from jsonb_array_elements_text(case jsonb_typeof(places) when 'array' then places else '[]' end) as place
    where place ~ '^[1-9][0-9]?$' and arrangement -> 'options' ->> (cast(place as integer) - 1) is not null
$$;
