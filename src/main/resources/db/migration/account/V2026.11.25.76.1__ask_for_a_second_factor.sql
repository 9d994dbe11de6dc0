-- An application on a phone that shows codes. The secret is sealed with a key that does not lie in the database; a code of a step that is
-- not later than the last one used is worth nothing.
create table account.code_app (
    person_id uuid        constraint one_code_app_a_person primary key
                          constraint code_app_belongs_to_a_person references account.person (id),
    secret    bytea       not null,
    added_at  timestamptz not null,
    last_step bigint      not null
);

-- Public halves of keys that live in people's devices.
create table account.passkey (
    id              uuid        constraint passkey_has_an_id primary key,
    person_id       uuid        not null constraint passkey_belongs_to_a_person references account.person (id),
    credential_id   bytea       not null constraint passkey_is_added_once unique,
    credential      bytea       not null,
    sign_count      bigint      not null constraint sign_count_is_not_negative check (sign_count >= 0),
    backup_eligible boolean     not null,
    name            text        not null constraint passkey_name_is_1_to_60_characters check (char_length(name) between 1 and 60),
    added_at        timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_by_person on account.passkey (person_id);

create table account.recovery_code (
    id        uuid        constraint recovery_code_has_an_id primary key,
    person_id uuid        not null constraint recovery_code_belongs_to_a_person references account.person (id),
    hash      text        not null constraint recovery_code_is_argon2id check (hash like '$argon2id$%'),
    made_at   timestamptz not null,
    used_at   timestamptz
);
create index recovery_code_by_person on account.recovery_code (person_id);

-- Challenges that were answered; one that stands here is not answered again. Those not answered are nowhere: they carry their own proof.
create table account.spent_challenge (
    challenge_hash bytea       constraint challenge_is_answered_once primary key,
    expires_at     timestamptz not null
);
create index spent_challenge_by_expiry on account.spent_challenge (expires_at);
