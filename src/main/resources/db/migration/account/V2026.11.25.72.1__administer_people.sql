-- People are looked for by the beginnings of their words: of the name, of the name to sign in with, of the e-mail. Trigrams would
-- not do: in the C locale of the embedded server they see Latin letters only.
create function account.words_of(text) returns tsvector language sql immutable strict parallel safe
    return array_to_tsvector(array_remove(string_to_array(translate(lower($1), '-‐‑–—''ʼ`´', '     ’’’’'), ' '), ''));
create index person_by_words_of_name on account.person using gin (account.words_of(name)) where registered_at is not null;
create index password_by_words on account.password using gin (account.words_of(login_key || ' ' || coalesce(email_key, '')));
create index registered_person_by_time on account.person (registered_at desc, id)
    where registered_at is not null and adopted_by is null;
create index blocked_person_by_time on account.person (registered_at desc, id)
    where registered_at is not null and adopted_by is null and blocked_at is not null;
create index living_role_grant_by_role on account.role_grant (role, person_id) where ended_at is null;

-- Why somebody was shut out, and by whom; person.blocked_at is what every door looks at.
create table account.person_block (
    id         uuid        constraint person_block_has_an_id primary key,
    person_id  uuid        not null constraint block_is_of_a_person references account.person (id),
    reason     text        not null constraint block_reason_is_known check (reason in ('request', 'stolen', 'rules', 'duplicate')),
    blocked_at timestamptz not null,
    blocked_by uuid        constraint block_is_made_by_a_person references account.person (id),
    ended_at   timestamptz,
    ended_by   uuid        constraint block_is_ended_by_a_person references account.person (id),
    constraint block_ends_after_it_began check (ended_at >= blocked_at)
);
create unique index one_living_block_a_person on account.person_block (person_id) where ended_at is null;
create index person_block_by_person on account.person_block (person_id);
create index person_block_by_blocker on account.person_block (blocked_by);
create index person_block_by_ender on account.person_block (ended_by);

-- Two accounts of one person become one: the merged account leads to the other, as a guest leads to the one who signed in.
alter table account.person
    add column merged_at timestamptz,
    add constraint merged_account_leads_to_another check (merged_at is null or adopted_by is not null),
    add constraint nobody_leads_to_themselves check (adopted_by <> id);

-- Who is invited and has not come yet. Who comes, or whose invitation is withdrawn, stands here no more: nothing personal stays.
create table account.invitation (
    id         uuid        constraint invitation_has_an_id primary key,
    code_hash  bytea       not null constraint invitation_code_never_repeats unique
                           constraint invitation_hash_is_sha256 check (octet_length(code_hash) = 32),
    name       text        not null constraint invited_name_is_1_to_120_characters check (char_length(name) between 1 and 120),
    login_name text        not null,
    email      text        not null,
    grants     text[]      not null,
    invited_at timestamptz not null,
    invited_by uuid        not null constraint invitation_is_made_by_a_person references account.person (id),
    expires_at timestamptz not null,
    constraint invitation_lasts_a_week_at_most check (expires_at <= invited_at + interval '168 hours')
);
create index invitation_by_inviter on account.invitation (invited_by);
create index invitation_by_time on account.invitation (invited_at desc, id);

-- A list that was looked at and is not imported yet; one for each who imports.
create table account.people_import (
    made_by uuid        constraint one_import_at_once_a_person primary key
                        constraint import_is_made_by_a_person references account.person (id),
    id      uuid        not null,
    made_at timestamptz not null,
    content text        not null
);

create index audit_entry_by_time on account.audit_entry (noted_at, number);
