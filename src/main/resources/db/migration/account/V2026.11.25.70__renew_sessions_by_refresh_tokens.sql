-- A session ends by itself when nobody uses it, and remembers roughly where it is used.
alter table account.session
    add column seen_at      timestamptz,
    add column idle_seconds bigint constraint session_may_be_idle_for_a_while check (idle_seconds > 0),
    add column lapses_at    timestamptz,
    add column browser      text not null default '' constraint browser_has_a_short_name check (char_length(browser) <= 40),
    add column device       text not null default 'unknown'
        constraint device_is_known check (device in ('phone', 'tablet', 'computer', 'program', 'unknown'));
update account.session
    set seen_at = started_at, idle_seconds = greatest(1, extract(epoch from expires_at - started_at)::bigint), lapses_at = expires_at;
alter table account.session
    alter column seen_at set not null,
    alter column idle_seconds set not null,
    alter column lapses_at set not null,
    alter column browser drop default,
    alter column device drop default;

-- Each refresh token is good for one renewal. Only its hash is kept; the successor comes from the token and this salt, so that a
-- second request with the same token within moments gets the same successor on every node.
create table account.refresh_token (
    hash           bytea       constraint refresh_token_has_a_hash primary key
                               constraint refresh_token_hash_is_sha256 check (octet_length(hash) = 32),
    session_id     uuid        not null constraint refresh_token_belongs_to_a_session references account.session (id) on delete cascade,
    issued_at      timestamptz not null,
    used_at        timestamptz,
    successor_salt bytea,
    constraint used_refresh_token_has_a_successor check ((used_at is null) = (successor_salt is null))
);
create index refresh_token_by_session on account.refresh_token (session_id);
