-- A file stays checkable when the key that signed it is gone: these are the certificates of all keys that ever signed here.
create table certificate.signer (
    fingerprint  bytea       constraint signer_has_a_fingerprint primary key
                             constraint signer_fingerprint_is_sha256 check (octet_length(fingerprint) = 32),
    certificates text        not null constraint signer_has_certificates check (certificates like '-----BEGIN CERTIFICATE-----%'),
    known_at     timestamptz not null
);
