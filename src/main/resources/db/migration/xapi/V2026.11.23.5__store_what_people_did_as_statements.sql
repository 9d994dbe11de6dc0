create schema if not exists xapi;

-- What people did, for ever. actor_id is the distribution column: it stands in every key, so that the table can be partitioned
-- by hash of it, or spread over servers, without a change of keys, and the statements of one person lie together (ADR 0006).
-- No foreign key leads out of here: a record outlives what it is about, and no constraint crosses a shard.
create table xapi.statement (
    actor_id uuid not null,
    id uuid not null,
    stored_at timestamptz not null,
    occurred_at timestamptz not null,
    verb text not null,
    activity text not null,
    registration uuid,
    body jsonb not null,
    constraint statement_is_stored_once primary key (actor_id, id)
);

comment on table xapi.statement is 'What people did, as statements of the Experience API';
comment on column xapi.statement.actor_id is 'Pseudonym of the actor; distribution column';
comment on column xapi.statement.body is 'The statement in the standard''s JSON; the columns repeat what is searched for';
