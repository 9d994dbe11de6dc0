create schema exchange;

create table exchange.publication (
    single       boolean     constraint one_publication primary key constraint publication_is_the_only_one check (single),
    print        text        not null constraint publication_print_is_sha256 check (print ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null
);
