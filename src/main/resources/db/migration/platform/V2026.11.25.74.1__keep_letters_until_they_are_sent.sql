-- Letters that wait for the mail server. What stands in a letter and whose it is goes as soon as the letter is sent or given up; the key
-- stays for a month, so that nothing is sent twice. Secrets of links never stand here: they are made when the letter is sent.
create table platform.letter (
    id          uuid        constraint letter_has_an_id primary key,
    key         text        not null constraint letter_is_written_once unique,
    template    text        not null,
    language    text        not null constraint letter_speaks_a_known_language check (language in ('uk', 'en')),
    recipient   text,
    content     jsonb,
    written_at  timestamptz not null,
    useless_at  timestamptz not null,
    due_at      timestamptz not null,
    tries       int         not null default 0 constraint letter_counts_its_tries check (tries >= 0),
    sent_at     timestamptz,
    given_up_at timestamptz,
    constraint letter_is_sent_or_given_up check (sent_at is null or given_up_at is null),
    constraint finished_letter_tells_nothing check (
        (sent_at is null and given_up_at is null) = (recipient is not null) and (recipient is null) = (content is null))
);
create index waiting_letter_by_due_time on platform.letter (due_at) where sent_at is null and given_up_at is null;
create index finished_letter_by_time on platform.letter (written_at) where sent_at is not null or given_up_at is not null;
