-- What somebody agreed to and took back, text by text. Only ever added to; it leaves together with the person.
create table account.consent_entry (
    id        uuid        constraint consent_entry_has_an_id primary key,
    person_id uuid        not null constraint consent_is_of_a_person references account.person (id),
    purpose   text        not null constraint consent_purpose_is_known check (purpose in ('letters', 'research')),
    version   integer     not null constraint consent_versions_begin_with_one check (version > 0),
    deed      text        not null constraint consent_deed_is_known check (deed in ('given', 'withdrawn')),
    way       text        not null constraint consent_way_is_known check (way in ('settings', 'desk')),
    by_actor  uuid,
    noted_at  timestamptz not null
);
create index consent_entry_by_person on account.consent_entry (person_id, purpose, noted_at);
comment on column account.consent_entry.by_actor is 'pseudonym of who wrote it down; null for the person';

create function account.refuse_to_change_a_consent() returns trigger language plpgsql as $$
begin
    raise exception 'the log of consents is only ever added to' using constraint = 'consents_are_append_only';
end $$;
create trigger consents_are_append_only before update on account.consent_entry
    for each row execute function account.refuse_to_change_a_consent();

-- Who was under 18 on registration. The year is all we ask, and of nobody else.
create table account.minor (
    person_id  uuid        constraint one_birth_year_a_person primary key
                           constraint birth_year_is_of_a_person references account.person (id),
    birth_year integer     not null constraint birth_year_is_sensible check (birth_year between 1900 and 2200),
    stated_at  timestamptz not null
);

create table account.minor_consent (
    id           uuid        constraint minor_consent_has_an_id primary key,
    person_id    uuid        not null constraint minor_consent_is_for_a_person references account.person (id),
    giver        text        not null constraint consent_giver_is_known check (giver in ('guardian', 'school')),
    giver_name   text        not null constraint consent_giver_has_a_name check (char_length(giver_name) between 2 and 200),
    text_version integer     not null constraint minor_consent_versions_begin_with_one check (text_version > 0),
    given_on     date        not null,
    noted_at     timestamptz not null,
    by_actor     uuid,
    withdrawn_at timestamptz
);
create index minor_consent_by_person on account.minor_consent (person_id, noted_at);

-- What people ask about their data. When the person is erased, the row stays as a number and a date.
create table account.data_request (
    id            uuid        constraint data_request_has_an_id primary key,
    person_id     uuid        constraint data_request_is_of_a_person references account.person (id),
    kind          text        not null constraint data_request_kind_is_known check (kind in ('export', 'erasure', 'correction')),
    way           text        not null constraint data_request_way_is_known check (way in ('settings', 'desk')),
    reason        text        constraint reason_is_short_enough check (char_length(reason) <= 1000),
    certificates  text        constraint fate_of_certificates_is_known check (certificates in ('revoke', 'keep')),
    asked_at      timestamptz not null,
    answer_due_at timestamptz not null,
    erase_at      timestamptz,
    done_at       timestamptz,
    cancelled_at  timestamptz,
    constraint erasure_says_when_and_what check ((kind = 'erasure') = (erase_at is not null and certificates is not null)),
    constraint request_ends_once check (num_nonnulls(done_at, cancelled_at) < 2)
);
create unique index one_open_erasure_a_person on account.data_request (person_id)
    where kind = 'erasure' and done_at is null and cancelled_at is null;
create index data_request_by_person on account.data_request (person_id, asked_at);
create index data_request_by_time on account.data_request (asked_at desc, id);

create table account.data_export (
    id         uuid        constraint data_export_has_an_id primary key,
    person_id  uuid        not null constraint data_export_is_of_a_person references account.person (id),
    keeper_id  uuid        not null constraint data_export_is_kept_for_a_person references account.person (id),
    body       bytea       not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
create unique index one_export_a_person_and_keeper on account.data_export (person_id, keeper_id);
create index data_export_by_keeper on account.data_export (keeper_id);
create index data_export_by_end on account.data_export (expires_at);
comment on column account.data_export.keeper_id is 'who may fetch it, once';

create table account.inactivity_notice (
    person_id uuid        constraint one_inactivity_notice_a_person primary key
                          constraint inactivity_notice_is_to_a_person references account.person (id),
    warned_at timestamptz not null,
    erase_at  timestamptz not null
);
create index inactivity_notice_by_end on account.inactivity_notice (erase_at);

-- Who must stay erased, also after the return of an older backup: a keyed hash, so that nobody can tell who it was.
create table account.erasure_entry (
    person_hash  bytea       constraint erasure_is_listed_once primary key
                             constraint person_hash_is_sha256 check (octet_length(person_hash) = 32),
    erased_at    timestamptz not null,
    certificates text        not null constraint fate_of_erased_certificates_is_known check (certificates in ('revoke', 'keep'))
);

create table account.retention_run (
    id       uuid        constraint retention_run_has_an_id primary key,
    rule     text        not null,
    ran_at   timestamptz not null,
    affected integer     not null constraint affected_is_not_negative check (affected >= 0)
);
create index retention_run_by_rule on account.retention_run (rule, ran_at desc);
