-- What a person's own program comes in with: a few things it may do, for a year at most. Only the hash is kept.
create table account.personal_token (
    id         uuid        constraint personal_token_has_an_id primary key,
    person_id  uuid        not null constraint personal_token_belongs_to_a_person references account.person (id) on delete cascade,
    name       text        not null constraint personal_token_has_a_short_name check (char_length(name) between 1 and 80),
    hash       bytea       not null constraint personal_token_is_one_secret unique
                           constraint personal_token_hash_is_sha256 check (octet_length(hash) = 32),
    scopes     text[]      not null constraint personal_token_opens_something_known check (
                   cardinality(scopes) > 0 and scopes <@ array['profile:read', 'progress:read', 'progress:write']),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    constraint personal_token_lasts_a_year_at_most check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
create index personal_token_by_person on account.personal_token (person_id);
