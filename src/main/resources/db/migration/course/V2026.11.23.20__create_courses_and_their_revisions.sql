create schema course;

create table course.course (
    id                  uuid        constraint course_has_an_id primary key,
    slug                text        not null constraint one_course_an_address unique,
    current_revision_id uuid        not null,
    withdrawn_at        timestamptz
);

create table course.revision (
    id                uuid        constraint revision_has_an_id primary key,
    course_id         uuid        not null constraint revision_belongs_to_a_course references course.course (id),
    number            integer     not null constraint revisions_are_counted_from_one check (number >= 1),
    content_hash      text        not null,
    published_at      timestamptz not null,
    languages         text[]      not null constraint revision_speaks_ukrainian check ('uk' = any (languages)),
    title             jsonb       not null,
    summary           jsonb       not null,
    audience          text[]      not null,
    band              text        not null constraint course_has_a_known_band check (band in ('basic', 'intermediate', 'advanced')),
    framework_id      text        not null constraint revision_follows_a_framework references framework.framework (id),
    outcomes          jsonb       not null,
    picture           text        not null,
    picture_alt       jsonb       not null,
    checked_on        date        not null,
    quiz_questions    integer     not null constraint quiz_has_questions check (quiz_questions >= 1),
    quiz_pass_percent integer     not null constraint pass_percent_is_a_share check (quiz_pass_percent between 1 and 100),
    quiz_minutes      integer     not null constraint quiz_takes_time check (quiz_minutes >= 1),
    constraint one_number_a_revision unique (course_id, number),
    constraint same_content_is_one_revision unique (course_id, content_hash)
);
create index revision_by_framework on course.revision (framework_id);

alter table course.course
    add constraint current_revision_exists foreign key (current_revision_id) references course.revision (id)
        deferrable initially deferred;
create index course_by_current_revision on course.course (current_revision_id);

create table course.target (
    revision_id uuid    not null constraint target_belongs_to_a_revision references course.revision (id),
    competence  text    not null,
    position    integer not null,
    level       text    not null,
    constraint one_target_a_competence primary key (revision_id, competence),
    constraint one_target_a_position unique (revision_id, position)
);

create table course.picture (
    revision_id uuid not null constraint picture_belongs_to_a_revision references course.revision (id),
    name        text not null,
    view_box    text not null,
    body        text not null,
    constraint one_picture_a_name primary key (revision_id, name)
);

create table course.section (
    revision_id uuid    not null constraint section_belongs_to_a_revision references course.revision (id),
    id          text    not null,
    position    integer not null,
    title       jsonb   not null,
    constraint one_section_of_an_id_a_revision primary key (revision_id, id),
    constraint one_section_a_position unique (revision_id, position)
);

create table course.lesson (
    revision_id uuid    not null,
    id          text    not null,
    section_id  text    not null,
    position    integer not null,
    title       jsonb   not null,
    minutes     integer not null constraint lesson_takes_time check (minutes >= 1),
    constraint one_lesson_of_an_id_a_revision primary key (revision_id, id),
    constraint lesson_belongs_to_a_section foreign key (revision_id, section_id) references course.section (revision_id, id),
    constraint one_lesson_a_position unique (revision_id, position)
);
create index lesson_by_section on course.lesson (revision_id, section_id);

create table course.step (
    revision_id uuid    not null,
    lesson_id   text    not null,
    id          text    not null,
    position    integer not null,
    title       jsonb   not null,
    body        jsonb   not null,
    question    text,
    constraint one_step_of_an_id_a_lesson primary key (revision_id, lesson_id, id),
    constraint step_belongs_to_a_lesson foreign key (revision_id, lesson_id) references course.lesson (revision_id, id),
    constraint one_step_a_position unique (revision_id, lesson_id, position)
);
