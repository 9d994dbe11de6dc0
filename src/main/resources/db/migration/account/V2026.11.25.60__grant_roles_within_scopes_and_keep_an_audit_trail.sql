create table account.role_grant (
    id         uuid        constraint role_grant_has_an_id primary key,
    person_id  uuid        not null constraint role_is_granted_to_a_person references account.person (id),
    role       text        not null constraint granted_role_is_known check (role in (
                   'pupil', 'mentor', 'tutor', 'teacher', 'school_coordinator', 'author', 'reviewer', 'desk_operator', 'analyst',
                   'administrator')),
    scope_kind text        not null constraint scope_kind_is_known check (scope_kind in (
                   'everywhere', 'cohort', 'class', 'school', 'place', 'department')),
    scope_id   uuid,
    granted_at timestamptz not null,
    granted_by uuid        constraint role_is_granted_by_a_person references account.person (id),
    ended_at   timestamptz,
    ended_by   uuid        constraint grant_is_ended_by_a_person references account.person (id),
    constraint scope_names_its_thing_unless_everywhere check ((scope_kind = 'everywhere') = (scope_id is null)),
    constraint grant_ends_after_it_began check (ended_at >= granted_at)
);
create unique index one_living_grant_of_a_role_in_a_scope
    on account.role_grant (person_id, role, scope_kind, scope_id) nulls not distinct where ended_at is null;
create index role_grant_by_person on account.role_grant (person_id);
create index role_grant_by_granter on account.role_grant (granted_by);
create index role_grant_by_ender on account.role_grant (ended_by);

insert into account.role_grant (id, person_id, role, scope_kind, granted_at)
    select gen_random_uuid(), person_id, role, 'everywhere', granted_at from account.person_role;
drop table account.person_role;

-- Who did what: each entry carries the hash of the one before, so that a changed or missing entry shows. People stand here by
-- their pseudonym only: when a person is erased, the entries stay and nobody can tell whose they were.
create table account.audit_entry (
    number        bigint      constraint audit_entry_has_a_number primary key
                              constraint audit_begins_with_number_one check (number > 0),
    noted_at      timestamptz not null,
    action        text        not null constraint audit_action_is_module_and_deed check (action ~ '^[a-z]+\.[a-z_]+$'),
    by_actor      uuid,
    about_actor   uuid,
    network       text,
    details       jsonb       not null,
    previous_hash bytea       not null constraint previous_hash_is_sha256 check (octet_length(previous_hash) = 32),
    hash          bytea       not null constraint audit_hash_is_sha256 check (octet_length(hash) = 32)
);
create index audit_entry_by_doer on account.audit_entry (by_actor, number);
create index audit_entry_by_whom_it_is_about on account.audit_entry (about_actor, number);
create index audit_entry_by_action on account.audit_entry (action, number);

create table account.audit_head (
    single boolean constraint one_audit_head primary key constraint audit_head_is_the_only_one check (single),
    number bigint  not null,
    hash   bytea   not null constraint audit_head_hash_is_sha256 check (octet_length(hash) = 32)
);
insert into account.audit_head (single, number, hash) values (true, 0, decode(repeat('00', 32), 'hex'));

create function account.refuse_to_change_the_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is only ever added to' using constraint = 'audit_is_append_only';
end $$;
create trigger audit_is_append_only before update or delete or truncate on account.audit_entry
    for each statement execute function account.refuse_to_change_the_audit();

-- How somebody came in: a printed card opens less than a password with a second factor.
alter table account.session
    add column way text not null default 'password'
        constraint session_way_is_known check (way in ('guest', 'password', 'passkey', 'card', 'link', 'openid', 'helped')),
    add column second_factor_at timestamptz;
alter table account.session alter column way drop default;
update account.session s set way = 'guest' from account.person p where p.id = s.person_id and p.registered_at is null;
