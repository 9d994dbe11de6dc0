-- The link in a letter of invitation has a secret of its own, made when the letter leaves; the one on the screen is another.
create table account.invitation_link (
    secret_hash   bytea constraint invitation_link_has_a_secret primary key
                        constraint invitation_link_hash_is_sha256 check (octet_length(secret_hash) = 32),
    invitation_id uuid  not null constraint invitation_link_opens_an_invitation
                        references account.invitation (id) on delete cascade
);
create index invitation_link_by_invitation on account.invitation_link (invitation_id);
