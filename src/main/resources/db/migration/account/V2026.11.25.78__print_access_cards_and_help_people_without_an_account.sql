-- A card is what is printed: the code finds it, the PIN opens it. The code alone opens nothing and stays readable, so that a card
-- can be printed again; the PIN is kept as passwords are.
create table account.access_card (
    id           uuid        constraint access_card_has_an_id primary key,
    person_id    uuid        not null constraint access_card_belongs_to_a_person references account.person (id),
    code         text        not null constraint access_card_code_is_one_card unique
                             constraint access_card_code_has_12_characters check (code ~ '^[0-9A-HJKMNP-TV-Y]{12}$'),
    pin_hash     text        not null constraint pin_is_argon2id check (pin_hash like '$argon2id$%'),
    pin_failures smallint    not null default 0 constraint ten_wrong_pins_at_most check (pin_failures between 0 and 10),
    made_at      timestamptz not null,
    made_by      uuid        not null constraint access_card_is_made_by_a_person references account.person (id),
    expires_at   timestamptz not null constraint access_card_expires_after_it_was_made check (expires_at > made_at),
    ended_at     timestamptz,
    end_reason   text        constraint access_card_end_is_known check (end_reason in ('revoked', 'replaced')),
    constraint access_card_end_has_a_reason check ((ended_at is null) = (end_reason is null))
);
create unique index one_living_access_card_a_person on account.access_card (person_id) where ended_at is null;
create index access_card_by_person on account.access_card (person_id);
create index access_card_by_maker on account.access_card (made_by);

-- A person whom somebody helped to begin: no password, no e-mail, the year of birth at most. The name stands in account.person.
create table account.assisted_record (
    person_id           uuid        constraint one_assisted_record_a_person primary key
                                    constraint assisted_record_is_of_a_person references account.person (id),
    birth_year          smallint    constraint birth_year_is_of_somebody_alive check (birth_year between 1900 and 2200),
    scope_kind          text        not null constraint record_scope_kind_is_known check (scope_kind in (
                            'everywhere', 'cohort', 'class', 'school', 'place', 'department')),
    scope_id            uuid,
    made_at             timestamptz not null,
    made_by             uuid        not null constraint assisted_record_is_made_by_a_person references account.person (id),
    consent             text        not null constraint said_consent_names_its_text check (consent <> ''),
    claimed_at          timestamptz,
    claim_consent       text,
    claimed_by          uuid        constraint assisted_record_is_claimed_by_a_person references account.person (id),
    constraint record_scope_names_its_thing_unless_everywhere check ((scope_kind = 'everywhere') = (scope_id is null)),
    constraint claim_has_its_consent check ((claimed_at is null) = (claim_consent is null) and (claimed_at is null) = (claimed_by is null))
);
create index assisted_record_by_maker on account.assisted_record (made_by);
create index assisted_record_by_claimer on account.assisted_record (claimed_by);
create index assisted_record_by_scope on account.assisted_record (scope_kind, scope_id, made_at);

-- Somebody may help a person for an hour; with a session it is work beside or for the person in the helper's browser.
create table account.help (
    id                uuid        constraint help_has_an_id primary key,
    person_id         uuid        not null constraint help_is_for_a_person references account.person (id),
    helper_id         uuid        not null constraint help_is_given_by_a_person references account.person (id),
    helper_role       text        not null,
    scope_kind        text        not null constraint help_scope_kind_is_known check (scope_kind in (
                          'everywhere', 'cohort', 'class', 'school', 'place', 'department')),
    scope_id          uuid,
    begun_at          timestamptz not null,
    ends_at           timestamptz not null constraint help_lasts_an_hour_at_most check (ends_at <= begun_at + interval '60 minutes'),
    ended_at          timestamptz,
    session_id        uuid        constraint one_help_a_session unique
                                  constraint help_has_a_session references account.session (id),
    helper_session_id uuid        constraint help_comes_from_a_session references account.session (id),
    constraint help_scope_names_its_thing_unless_everywhere check ((scope_kind = 'everywhere') = (scope_id is null)),
    constraint help_that_works_knows_both_sessions check ((session_id is null) = (helper_session_id is null))
);
create index help_by_person on account.help (person_id, begun_at);
create index help_by_helper on account.help (helper_id, begun_at);
create index help_by_session_of_helper on account.help (helper_session_id);

-- What was done on behalf of a person; the person reads all of it.
create table account.help_act (
    id          uuid        constraint help_act_has_an_id primary key,
    person_id   uuid        not null constraint help_act_is_about_a_person references account.person (id),
    helper_id   uuid        not null constraint help_act_is_done_by_a_person references account.person (id),
    helper_role text        not null,
    scope_kind  text        not null constraint help_act_scope_kind_is_known check (scope_kind in (
                    'everywhere', 'cohort', 'class', 'school', 'place', 'department')),
    scope_id    uuid,
    help_id     uuid        constraint help_act_belongs_to_a_help references account.help (id),
    kind        text        not null constraint help_act_kind_is_known check (kind in (
                    'record_made', 'card_made', 'card_revoked', 'pin_set', 'looked_up', 'work_begun', 'step', 'answer', 'quiz_begun',
                    'quiz_answer', 'quiz_sent', 'other')),
    done_at     timestamptz not null,
    refused_at  timestamptz
);
create index help_act_by_person on account.help_act (person_id, done_at);
create index help_act_by_helper on account.help_act (helper_id);
create index help_act_by_help on account.help_act (help_id);
