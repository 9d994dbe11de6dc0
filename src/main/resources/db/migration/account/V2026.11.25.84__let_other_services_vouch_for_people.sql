-- How another service names a person: issuer and subject together, for ever. Never by e-mail: whoever gets an address gets no account.
create table account.vouched_identity (
    id        uuid        constraint vouched_identity_has_an_id primary key,
    person_id uuid        not null constraint identity_belongs_to_a_person references account.person (id),
    issuer    text        not null constraint issuer_is_told check (char_length(issuer) between 1 and 255),
    subject   text        not null constraint subject_is_told check (char_length(subject) between 1 and 255),
    joined_at timestamptz not null,
    constraint identity_opens_one_account unique (issuer, subject)
);
create index vouched_identity_by_person on account.vouched_identity (person_id);

-- Somebody whom a service vouches for and who has no account here yet: has some minutes to make one or to join an older one.
create table account.vouched_arrival (
    id          uuid        constraint vouched_arrival_has_an_id primary key,
    secret_hash bytea       not null constraint secret_opens_one_arrival unique,
    issuer      text        not null,
    subject     text        not null,
    name        text        not null,
    next        text        not null,
    arrived_at  timestamptz not null
);
create index vouched_arrival_by_time on account.vouched_arrival (arrived_at);
