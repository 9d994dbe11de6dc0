alter table quiz.quiz_version add column if not exists blueprint jsonb;
alter table quiz.quiz_version
    add column behaviour     text not null default 'graded'
                             constraint behaviour_is_known check (behaviour in ('practice', 'graded', 'certifying')),
    add column attempts      integer constraint attempts_limit_lets_begin_one check (attempts > 0),
    add column attempts_days integer constraint attempts_are_counted_over_days check (attempts_days > 0),
    add column wait_hours    integer constraint wait_between_attempts_lasts check (wait_hours > 0),
    add column limit_minutes integer constraint time_limit_lasts check (limit_minutes > 0),
    add constraint attempts_limit_says_in_which_time check (attempts is null or attempts_days is not null),
    add constraint only_a_certifying_quiz_has_limits check (
        behaviour = 'certifying' or num_nonnulls(attempts, wait_hours, limit_minutes) = 0);
update quiz.quiz_version v set behaviour = 'practice' from quiz.quiz q where q.id = v.quiz_id and q.lesson is not null;

-- The kinds that other parts of the engine write stand here too: the list is one.
alter table quiz.attempt_event
    drop constraint event_kind_is_known,
    add constraint event_kind_is_known check (
        kind in ('start', 'save', 'check', 'conflict', 'submit', 'close', 'late', 'extend', 'mark', 'regrade')) not valid;
alter table quiz.attempt_event validate constraint event_kind_is_known;

-- Closing looks for deadlines that are over, the gauges count what is open.
create index open_attempt_by_deadline on quiz.attempt (deadline, id) where submitted_at is null and kind = 'graded';

-- Why somebody needs more time is nobody's business, so it is not here.
create table quiz.accommodation (
    person_id        uuid        constraint accommodation_is_one_a_person primary key
                                 constraint accommodation_belongs_to_a_person references account.person (id),
    allowance        text        not null constraint allowance_is_known check (allowance in ('half_more', 'double', 'unlimited')),
    chosen_by_person boolean     not null,
    given_at         timestamptz not null
);

create table quiz.score_check (
    id        uuid        constraint score_check_has_an_id primary key,
    ran_at    timestamptz not null,
    attempts  bigint      not null constraint checked_attempts_are_not_negative check (attempts >= 0),
    differing uuid[]      not null
);
create index score_check_by_time on quiz.score_check (ran_at);
