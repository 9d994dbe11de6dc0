-- A doubled first press of a browser that nobody knows made two guests. Both carry the same key now, and one of them begins a session.
alter table account.session
    add column start_key bytea constraint start_key_is_a_hash check (octet_length(start_key) = 32);
create unique index a_start_key_makes_one_guest on account.session (start_key) where start_key is not null;
