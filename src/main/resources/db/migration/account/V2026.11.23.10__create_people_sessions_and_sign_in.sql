create schema account;

create table account.person (
    id            uuid        constraint person_has_an_id primary key,
    actor_id      uuid        not null constraint actor_is_one_person unique,
    name          text        not null constraint name_is_1_to_120_characters check (char_length(name) between 1 and 120),
    created_at    timestamptz not null,
    registered_at timestamptz,
    adopted_by    uuid        constraint adopted_guest_points_to_a_person references account.person (id),
    blocked_at    timestamptz
);
create index person_by_adopter on account.person (adopted_by);
create index registered_person_by_name on account.person (lower(name) text_pattern_ops, id) where registered_at is not null;

create table account.password (
    person_id  uuid        constraint one_password_a_person primary key
                           constraint password_belongs_to_a_person references account.person (id),
    login_name text        not null,
    login_key  text        not null constraint login_name_taken unique,
    email      text,
    email_key  text        constraint email_taken unique,
    hash       text        not null constraint password_is_argon2id check (hash like '$argon2id$%'),
    changed_at timestamptz not null
);

create table account.person_role (
    person_id  uuid        not null constraint role_belongs_to_a_person references account.person (id),
    role       text        not null constraint role_is_known check (role in ('administrator')),
    granted_at timestamptz not null,
    constraint one_grant_of_a_role_a_person primary key (person_id, role)
);

create table account.session (
    id         uuid        constraint session_has_an_id primary key,
    person_id  uuid        not null constraint session_belongs_to_a_person references account.person (id),
    started_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index session_by_person on account.session (person_id);

create table account.failed_sign_in (
    id           uuid        constraint failed_sign_in_has_an_id primary key,
    login_hash   bytea       not null,
    address_hash bytea       not null,
    failed_at    timestamptz not null
);
create index failed_sign_in_by_login on account.failed_sign_in (login_hash, failed_at);
create index failed_sign_in_by_time on account.failed_sign_in (failed_at);

create table account.first_administrator_code (
    code_hash  bytea       constraint first_administrator_code_has_a_hash primary key,
    created_at timestamptz not null,
    used_at    timestamptz
);
