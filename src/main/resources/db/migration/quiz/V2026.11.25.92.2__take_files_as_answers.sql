-- A file that is sent as an answer, perhaps in several pieces. What it is, its hash and its size without what was taken out of it are
-- known when it has arrived and was looked at.
create table quiz.upload (
    id           uuid        constraint upload_has_an_id primary key,
    attempt_id   uuid        not null,
    position     integer     not null,
    label        text        not null constraint label_is_short check (length(label) between 1 and 120),
    size         bigint      not null constraint file_is_not_empty check (size > 0),
    received     bigint      not null default 0,
    kind         text        constraint file_kind_is_known check (kind in ('picture', 'pdf', 'document')),
    media_type   text,
    hash         bytea,
    kept_size    bigint,
    begun_at     timestamptz not null,
    finished_at  timestamptz,
    forgotten_at timestamptz,
    constraint upload_belongs_to_an_attempt_question
        foreign key (attempt_id, position) references quiz.attempt_question (attempt_id, position),
    constraint no_more_arrives_than_was_told check (received between 0 and size),
    constraint finished_file_was_looked_at check (num_nulls(finished_at, kind, media_type, hash, kept_size) in (0, 5)),
    constraint only_whole_files_are_finished check (finished_at is null or received = size)
);
create index upload_by_question on quiz.upload (attempt_id, position);
create index upload_by_beginning on quiz.upload (begun_at) where forgotten_at is null;

create table quiz.upload_part (
    upload_id uuid   not null constraint part_belongs_to_an_upload references quiz.upload (id),
    start     bigint not null,
    bytes     bytea  not null,
    constraint one_part_a_start primary key (upload_id, start)
);
-- Pictures and archives are compressed already.
alter table quiz.upload_part alter column bytes set storage external;
