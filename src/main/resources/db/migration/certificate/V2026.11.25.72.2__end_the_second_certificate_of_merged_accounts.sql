-- Two accounts of one person, each with a certificate of the same course, become one account with one valid certificate.
alter table certificate.certificate drop constraint revocation_reason_is_known,
    add constraint revocation_reason_is_known check (revocation_reason in ('name', 'request', 'mistake', 'merged'));
