-- Whoever is erased may leave the certificate as a proof without a name, or have it revoked: the row then points to nobody.
alter table certificate.certificate alter column person_id drop not null, alter column enrolment_id drop not null;
alter table certificate.certificate
    add constraint nameless_certificate_belongs_to_nobody
        check ((person_id is null) = (enrolment_id is null) and (person_id is not null or holder_name = '—')),
    drop constraint revocation_has_a_reason,
    add constraint revocation_has_a_reason check ((revoked_at is null) = (revocation_reason is null)),
    add constraint only_revoked_has_a_revoker check (revoked_by is null or revoked_at is not null);
