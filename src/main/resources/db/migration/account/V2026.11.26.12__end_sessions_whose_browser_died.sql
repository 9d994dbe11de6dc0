-- The browser of a shared computer holds a connection open for its pages. When it breaks without a farewell, the browser has died.
-- A session is in doubt since its last page broke off: nobody gets in by it until a page of before comes back, or it expires.
alter table account.session
    add column broken_at timestamptz;
create index session_in_doubt on account.session (broken_at) where broken_at is not null and ended_at is null;

create table desk.lifeline (
    id            uuid        constraint lifeline_has_an_id primary key,
    session_id    uuid        not null constraint lifeline_belongs_to_a_session references account.session (id) on delete cascade,
    connection_id uuid,
    tied_at       timestamptz not null,
    seen_at       timestamptz not null,
    greeted_at    timestamptz,
    broken_at     timestamptz,
    left_at       timestamptz
);
create index lifeline_by_session on desk.lifeline (session_id);
create index lifeline_by_connection on desk.lifeline (connection_id);
