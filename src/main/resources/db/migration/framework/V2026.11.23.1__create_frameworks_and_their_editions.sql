create schema framework;

create table framework.framework (
    id                 text constraint framework_has_an_id primary key,
    current_edition_id uuid not null
);

create table framework.edition (
    id             uuid        constraint edition_has_an_id primary key,
    framework_id   text        not null constraint edition_belongs_to_a_framework references framework.framework (id),
    number         integer     not null constraint editions_are_counted_from_one check (number >= 1),
    content_hash   text        not null,
    name           jsonb       not null,
    issuer         jsonb       not null,
    label          text        not null,
    year           integer     not null,
    names_official boolean     not null,
    published_at   timestamptz not null,
    constraint one_number_an_edition unique (framework_id, number),
    constraint same_content_is_one_edition unique (framework_id, content_hash)
);

alter table framework.framework
    add constraint current_edition_exists foreign key (current_edition_id) references framework.edition (id)
        deferrable initially deferred;
create index framework_by_current_edition on framework.framework (current_edition_id);

create table framework.proficiency_level (
    edition_id uuid    not null constraint level_belongs_to_an_edition references framework.edition (id),
    id         text    not null,
    position   integer not null,
    band       text    not null constraint level_lies_in_a_known_band check (band in ('basic', 'intermediate', 'advanced')),
    name       jsonb   not null,
    band_name  jsonb   not null,
    digcomp    jsonb   not null,
    constraint one_level_of_an_id_an_edition primary key (edition_id, id),
    constraint one_level_a_position unique (edition_id, position)
);

create table framework.area (
    edition_id uuid    not null constraint area_belongs_to_an_edition references framework.edition (id),
    id         text    not null,
    position   integer not null,
    number     text    not null,
    name       jsonb   not null,
    constraint one_area_of_an_id_an_edition primary key (edition_id, id),
    constraint one_area_a_position unique (edition_id, position)
);

create table framework.competence (
    edition_id  uuid    not null,
    id          text    not null,
    area_id     text    not null,
    position    integer not null,
    number      text    not null,
    name        jsonb   not null,
    description jsonb   not null,
    alignments  jsonb   not null,
    constraint one_competence_of_an_id_an_edition primary key (edition_id, id),
    constraint competence_belongs_to_an_area foreign key (edition_id, area_id) references framework.area (edition_id, id),
    constraint one_competence_a_position unique (edition_id, area_id, position)
);
