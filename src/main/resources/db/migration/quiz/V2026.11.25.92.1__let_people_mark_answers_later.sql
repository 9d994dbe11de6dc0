-- A score may come after the submission: when people mark answers, it comes with the last mark (ADR 0016). A node of the version
-- before grades without writing the date, therefore the date is not demanded here.
alter table quiz.attempt add column graded_at timestamptz;
update quiz.attempt set graded_at = submitted_at where submitted_at is not null;
alter table quiz.attempt drop constraint score_comes_with_submission;
alter table quiz.attempt
    add constraint score_comes_whole check (num_nulls(earned, possible, passed) in (0, 3)),
    add constraint score_comes_after_submission check (earned is null or submitted_at is not null),
    add constraint grading_gives_a_score check (graded_at is null or earned is not null);
create index attempt_waiting_for_marks on quiz.attempt (submitted_at) where submitted_at is not null and earned is null;

alter table quiz.attempt_event drop constraint event_kind_is_known;
alter table quiz.attempt_event add constraint event_kind_is_known
    check (kind in ('start', 'save', 'check', 'conflict', 'submit', 'close', 'mark'));
create unique index mark_is_logged_once on quiz.attempt_event (attempt_id, position, revision) where kind = 'mark';

-- What a person gave for an answer. A changed mark is one more row; only who gave it can be forgotten.
create table quiz.mark (
    attempt_id uuid        not null,
    position   integer     not null,
    number     integer     not null constraint marks_begin_with_one check (number > 0),
    marker_id  uuid        constraint mark_was_given_by_a_person references account.person (id),
    points     jsonb       not null,
    earned     bigint      not null,
    possible   bigint      not null,
    comment    text        not null constraint comment_has_an_end check (length(comment) <= 4000),
    marked_at  timestamptz not null,
    constraint one_mark_a_number primary key (attempt_id, position, number),
    constraint mark_belongs_to_an_attempt_question
        foreign key (attempt_id, position) references quiz.attempt_question (attempt_id, position),
    constraint mark_is_between_nothing_and_everything check (earned between 0 and possible and possible > 0)
);
create index mark_by_marker on quiz.mark (marker_id, marked_at) where marker_id is not null;

create function quiz.refuse_another_mark() returns trigger language plpgsql as $$
begin
    if row (new.attempt_id, new.position, new.number, new.points, new.earned, new.possible, new.comment, new.marked_at)
       is distinct from row (old.attempt_id, old.position, old.number, old.points, old.earned, old.possible, old.comment, old.marked_at) then
        raise exception 'a mark is never changed, another one is added' using constraint = 'marks_are_append_only';
    end if;
    return new;
end $$;
create trigger marks_are_append_only before update on quiz.mark for each row execute function quiz.refuse_another_mark();
