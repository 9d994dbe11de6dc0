create schema bank;

-- Who brought a version how far. The dates themselves stand with the version, because quizzes ask for them.
create table bank.version_deed (
    id                  uuid        constraint version_deed_has_an_id primary key,
    question_version_id uuid        not null constraint deed_is_done_to_a_version references quiz.question_version (id),
    kind                text        not null constraint version_deed_is_known
                                    check (kind in ('drafted', 'reviewed', 'published', 'retired', 'restored')),
    person_id           uuid        constraint version_deed_is_done_by_a_person references account.person (id),
    done_at             timestamptz not null
);
create index version_deed_by_version on bank.version_deed (question_version_id, done_at);
create index version_deed_by_person on bank.version_deed (person_id);

-- Somebody says that something is wrong with a question. Open until somebody answers.
create table bank.report (
    id                  uuid        constraint report_has_an_id primary key,
    question_id         uuid        not null constraint report_is_about_a_question references quiz.question (id),
    question_version_id uuid        not null constraint report_is_about_a_version references quiz.question_version (id),
    person_id           uuid        not null constraint report_comes_from_a_person references account.person (id),
    kind                text        not null constraint report_kind_is_known
                                    check (kind in ('unclear', 'answer', 'picture', 'other')),
    words               text        not null constraint report_words_are_few check (length(words) <= 1000),
    place               text        not null constraint report_place_is_known check (place in ('quiz', 'lesson')),
    reported_at         timestamptz not null,
    outcome             text        constraint report_outcome_is_known check (outcome in ('corrected', 'kept')),
    answer              text        constraint report_answer_is_short check (length(answer) <= 1000),
    answered_at         timestamptz,
    answered_by         uuid        constraint report_is_answered_by_a_person references account.person (id),
    constraint answered_report_has_an_outcome check (num_nulls(outcome, answer, answered_at) in (0, 3)),
    constraint other_reports_have_words check (kind <> 'other' or words <> '')
);
create unique index one_open_report_per_person_and_question on bank.report (person_id, question_id) where answered_at is null;
create index report_by_question on bank.report (question_id, reported_at);
create index report_by_version on bank.report (question_version_id);
create index report_by_person on bank.report (person_id, reported_at);
create index report_by_answerer on bank.report (answered_by) where answered_by is not null;
create index open_report_by_time on bank.report (reported_at, id) where answered_at is null;
create index answered_report_by_time on bank.report (answered_at, id) where answered_at is not null;

-- Attempts were graded anew by the key of this version. What it did to each of them stands in their logs.
create table bank.regrading (
    id                  uuid        constraint regrading_has_an_id primary key,
    question_version_id uuid        not null constraint regrading_is_by_a_version references quiz.question_version (id),
    reason              text        not null constraint regrading_has_a_reason check (length(reason) between 1 and 500),
    lowers              boolean     not null,
    attempts            integer     not null,
    raised              integer     not null,
    lowered             integer     not null,
    passed              integer     not null,
    failed              integer     not null,
    person_id           uuid        constraint regrading_is_done_by_a_person references account.person (id),
    done_at             timestamptz not null,
    constraint lowering_is_asked_for check (lowers or lowered = 0 and failed = 0)
);
create index regrading_by_version on bank.regrading (question_version_id, done_at);
create index regrading_by_person on bank.regrading (person_id);
