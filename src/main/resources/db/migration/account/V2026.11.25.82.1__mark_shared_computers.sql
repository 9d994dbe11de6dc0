-- Browsers of libraries and service centres that many people use. The browser keeps a secret, here stands its hash.
create table account.shared_computer (
    id          uuid        constraint shared_computer_has_an_id primary key,
    secret_hash bytea       not null constraint secret_marks_one_computer unique,
    place       text        not null constraint place_of_a_computer_is_short check (char_length(place) <= 120),
    marked_at   timestamptz not null,
    marked_by   uuid        not null constraint computer_is_marked_by_a_person references account.person (id),
    unmarked_at timestamptz,
    constraint mark_ends_after_it_began check (unmarked_at >= marked_at)
);
create index shared_computer_by_marker on account.shared_computer (marked_by);

-- A session on such a computer ends soon: expires_at is the earlier of how long nobody did anything (idle_until) and how long the
-- browser may be silent once it has said that it is there (present_at).
alter table account.session
    add column shared_computer_id uuid constraint session_is_on_a_shared_computer references account.shared_computer (id),
    add column idle_until timestamptz,
    add column present_at timestamptz;
create index session_by_shared_computer on account.session (shared_computer_id);
