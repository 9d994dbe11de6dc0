create schema certificate;

create table certificate.certificate (
    id                uuid        constraint certificate_has_an_id primary key,
    number            text        not null constraint certificate_number_never_repeats unique
                                  constraint certificate_number_has_28_characters check (char_length(number) = 28),
    person_id         uuid        not null constraint certificate_belongs_to_a_person references account.person (id),
    enrolment_id      uuid        not null constraint certificate_proves_an_enrolment references learning.enrolment (id),
    revision_id       uuid        not null constraint certificate_names_a_revision references course.revision (id),
    holder_name       text        not null,
    quiz_percent      integer     not null constraint certified_percent_is_0_to_100 check (quiz_percent between 0 and 100),
    issued_at         timestamptz not null,
    shown_name        text        not null default 'short'
                                  constraint shown_name_is_known check (shown_name in ('full', 'short', 'none')),
    revoked_at        timestamptz,
    revoked_by        uuid        constraint revoked_by_a_person references account.person (id),
    revocation_reason text        constraint revocation_reason_is_known
                                  check (revocation_reason in ('name', 'request', 'mistake')),
    replaced_by       uuid        constraint replaced_by_a_certificate references certificate.certificate (id),
    constraint revocation_has_a_reason check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3)),
    constraint only_revoked_is_replaced check (replaced_by is null or revoked_at is not null)
);
create unique index one_valid_certificate_an_enrolment on certificate.certificate (enrolment_id) where revoked_at is null;
create index certificate_by_enrolment on certificate.certificate (enrolment_id);
create index certificate_by_person on certificate.certificate (person_id, issued_at);
create index certificate_by_revision on certificate.certificate (revision_id);
create index certificate_by_revoker on certificate.certificate (revoked_by);
create index certificate_by_replacement on certificate.certificate (replaced_by);
create index certificate_by_issue on certificate.certificate (issued_at desc, id);
