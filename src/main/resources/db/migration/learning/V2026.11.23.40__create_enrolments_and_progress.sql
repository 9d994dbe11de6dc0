create schema learning;

create table learning.enrolment (
    id             uuid        constraint enrolment_has_an_id primary key,
    person_id      uuid        not null constraint enrolment_belongs_to_a_person references account.person (id),
    course_id      uuid        not null constraint enrolment_is_in_a_course references course.course (id),
    revision_id    uuid        not null constraint enrolment_began_with_a_revision references course.revision (id),
    started_at     timestamptz not null,
    quiz_passed_at timestamptz,
    quiz_percent   integer     constraint quiz_percent_is_0_to_100 check (quiz_percent between 0 and 100),
    completed_at   timestamptz,
    constraint one_enrolment_a_person_and_course unique (person_id, course_id)
);
create index enrolment_by_course on learning.enrolment (course_id);
create index enrolment_by_revision on learning.enrolment (revision_id);
create index enrolment_by_start on learning.enrolment (started_at desc, id desc);

create table learning.lesson_progress (
    enrolment_id uuid        not null constraint progress_belongs_to_an_enrolment references learning.enrolment (id) on delete cascade,
    lesson_id    text        not null,
    step_id      text        not null,
    steps_done   integer     not null constraint steps_done_is_not_negative check (steps_done >= 0),
    updated_at   timestamptz not null,
    completed_at timestamptz,
    constraint one_progress_an_enrolment_and_lesson primary key (enrolment_id, lesson_id)
);
comment on column learning.lesson_progress.step_id is 'the step to resume at';
comment on column learning.lesson_progress.steps_done is 'never goes down';
