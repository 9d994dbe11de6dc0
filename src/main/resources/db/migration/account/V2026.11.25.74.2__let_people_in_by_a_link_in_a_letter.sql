-- An address counts for letters only after its owner has pressed a button in a letter; addresses typed before only open the sign-in by password.
alter table account.password add column email_confirmed_at timestamptz;

create table account.email_wish (
    person_id uuid        constraint one_email_wish_a_person primary key
                          constraint email_is_wished_by_a_person references account.person (id),
    email     text        not null,
    email_key text        not null,
    wished_at timestamptz not null
);

create table account.email_link (
    secret_hash bytea       constraint email_link_has_a_secret primary key
                            constraint secret_hash_is_sha256 check (octet_length(secret_hash) = 32),
    person_id   uuid        not null constraint email_link_is_for_a_person references account.person (id),
    purpose     text        not null constraint email_link_purpose_is_known check (purpose in ('sign_in', 'confirmation')),
    email_key   text        not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null constraint email_link_lives_half_an_hour check (expires_at <= made_at + interval '30 minutes'),
    used_at     timestamptz
);
create index email_link_by_person on account.email_link (person_id);
create index email_link_by_end on account.email_link (expires_at);
