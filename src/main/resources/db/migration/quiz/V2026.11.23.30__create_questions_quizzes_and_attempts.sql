create schema quiz;

create table quiz.question (
    id         uuid constraint question_has_an_id primary key,
    course_id  uuid not null constraint question_belongs_to_a_course references course.course (id),
    content_id text not null,
    constraint question_name_is_one_in_its_course unique (course_id, content_id)
);

create table quiz.question_version (
    id           uuid        constraint question_version_has_an_id primary key,
    question_id  uuid        not null constraint version_belongs_to_a_question references quiz.question (id),
    content_hash text        not null,
    prompt       jsonb       not null,
    picture      jsonb,
    body         jsonb       not null,
    key          jsonb       not null,
    explanation  jsonb       not null,
    competence   text        not null,
    level        text        not null,
    published_at timestamptz not null,
    constraint same_question_content_is_one_version unique (question_id, content_hash)
);

create table quiz.quiz (
    id                 uuid constraint quiz_has_an_id primary key,
    course_id          uuid not null constraint quiz_belongs_to_a_course references course.course (id),
    lesson             text,
    current_version_id uuid not null,
    constraint lesson_has_one_quiz unique (course_id, lesson)
);
create unique index course_has_one_final_quiz on quiz.quiz (course_id) where lesson is null;

create table quiz.quiz_version (
    id           uuid        constraint quiz_version_has_an_id primary key,
    quiz_id      uuid        not null constraint version_belongs_to_a_quiz references quiz.quiz (id),
    content_hash text        not null,
    course       text        not null,
    title        jsonb       not null,
    draws        integer     not null constraint quiz_draws_a_question check (draws > 0),
    pass_percent integer     not null constraint pass_mark_is_a_percentage check (pass_percent between 0 and 100),
    minutes      integer     not null constraint usual_time_is_not_negative check (minutes >= 0),
    published_at timestamptz not null
);
create index quiz_version_by_quiz on quiz.quiz_version (quiz_id);
alter table quiz.quiz add constraint quiz_shows_one_of_its_versions
    foreign key (current_version_id) references quiz.quiz_version (id) deferrable initially deferred;
create index quiz_by_current_version on quiz.quiz (current_version_id);

create table quiz.pool_question (
    quiz_version_id     uuid    not null constraint pool_belongs_to_a_quiz_version references quiz.quiz_version (id),
    position            integer not null,
    question_version_id uuid    not null constraint pool_holds_question_versions references quiz.question_version (id),
    constraint one_question_a_place_in_the_pool primary key (quiz_version_id, position),
    constraint question_is_once_in_the_pool unique (quiz_version_id, question_version_id)
);
create index pool_question_by_question on quiz.pool_question (question_version_id);

create table quiz.attempt (
    id              uuid        constraint attempt_has_an_id primary key,
    person_id       uuid        not null constraint attempt_belongs_to_a_person references account.person (id),
    quiz_id         uuid        not null constraint attempt_is_at_a_quiz references quiz.quiz (id),
    quiz_version_id uuid        not null constraint attempt_keeps_its_quiz_version references quiz.quiz_version (id),
    kind            text        not null constraint attempt_kind_is_known check (kind in ('graded', 'practice')),
    started_at      timestamptz not null,
    deadline        timestamptz,
    submitted_at    timestamptz,
    earned          bigint,
    possible        bigint,
    passed          boolean,
    constraint practice_is_never_submitted check (kind = 'graded' or submitted_at is null),
    constraint score_comes_with_submission check (
        num_nulls(submitted_at, earned, possible, passed) in (0, 4)),
    constraint score_is_between_nothing_and_everything check (earned between 0 and possible and possible > 0)
);
create unique index one_open_attempt_per_learner on quiz.attempt (person_id, quiz_id) where submitted_at is null;
create index attempt_by_person on quiz.attempt (person_id, quiz_id, started_at);
create index attempt_by_quiz on quiz.attempt (quiz_id);
create index attempt_by_quiz_version on quiz.attempt (quiz_version_id);

create table quiz.attempt_question (
    attempt_id          uuid    not null constraint question_belongs_to_an_attempt references quiz.attempt (id),
    position            integer not null constraint positions_begin_with_one check (position > 0),
    question_version_id uuid    not null constraint attempt_keeps_its_question_version references quiz.question_version (id),
    arrangement         jsonb   not null,
    flagged_at          timestamptz,
    earned              bigint,
    possible            bigint,
    constraint one_question_a_position primary key (attempt_id, position),
    constraint question_is_once_in_an_attempt unique (attempt_id, question_version_id),
    constraint question_score_is_between_nothing_and_everything check (earned between 0 and possible and possible > 0)
);
create index attempt_question_by_question on quiz.attempt_question (question_version_id);

-- The answer that counts now; no row means that the question was never answered.
create table quiz.response (
    attempt_id uuid        not null,
    position   integer     not null,
    revision   integer     not null constraint revisions_begin_with_one check (revision > 0),
    state      text        not null constraint response_state_is_known check (state in ('answered', 'cleared', 'unknown')),
    answer     jsonb,
    saved_at   timestamptz not null,
    tries      integer     not null default 0,
    solved_at  timestamptz,
    constraint one_response_a_question primary key (attempt_id, position),
    constraint response_belongs_to_an_attempt_question
        foreign key (attempt_id, position) references quiz.attempt_question (attempt_id, position),
    constraint only_answered_has_an_answer check ((state = 'answered') = (answer is not null))
);

create table quiz.attempt_event (
    attempt_id uuid           not null constraint event_belongs_to_an_attempt references quiz.attempt (id),
    id         bigint         generated always as identity,
    kind       text           not null constraint event_kind_is_known
                              check (kind in ('start', 'save', 'check', 'conflict', 'submit', 'close')),
    at         timestamptz(3) not null,
    node       text           not null,
    position   integer,
    revision   integer,
    save_id    uuid,
    state      text,
    answer     jsonb,
    constraint events_stand_in_order primary key (attempt_id, id)
);
create unique index save_is_logged_once on quiz.attempt_event (attempt_id, save_id, kind) where save_id is not null;

create function quiz.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of an attempt is append-only' using constraint = 'log_is_append_only';
end $$;
create trigger log_is_append_only before update on quiz.attempt_event
    for each row execute function quiz.refuse_change();
