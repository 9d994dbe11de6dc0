-- A version comes from a file and is published at once, or begins in the bank as a draft. The dates say how far it is.
alter table quiz.question_version
    alter column published_at drop not null,
    add column drafted_at  timestamptz,
    add column reviewed_at timestamptz,
    add column retired_at  timestamptz,
    add column corrects_id uuid constraint version_corrects_another_version references quiz.question_version (id),
    add column difficulty  text constraint difficulty_is_known check (difficulty in ('easy', 'medium', 'hard')),
    add column source      text,
    add constraint version_is_drafted_or_published check (num_nonnulls(drafted_at, published_at) > 0),
    add constraint only_published_versions_retire check (retired_at is null or published_at is not null),
    add constraint drafts_are_reviewed_before_publication
        check (drafted_at is null or published_at is null or reviewed_at is not null);
create index question_version_by_corrected on quiz.question_version (corrects_id) where corrects_id is not null;
create index question_version_by_time on quiz.question_version (question_id, published_at);
create index retired_question_version on quiz.question_version (id) where retired_at is not null;

-- Questions are found by beginnings of the words that people read: prompt, options, both languages. No dictionary of PostgreSQL knows
-- Ukrainian, and trigrams see Latin letters only in the C locale of the embedded server.
create function quiz.words_of(prompt jsonb, body jsonb) returns tsvector language sql immutable parallel safe
    return array_to_tsvector(array_remove(string_to_array(translate(regexp_replace(regexp_replace(
        lower(coalesce((select string_agg(text.words #>> '{}', ' ') from (
            select jsonb_path_query(jsonb_build_array(prompt, body), '$.**.uk')
            union all
            select jsonb_path_query(jsonb_build_array(prompt, body), '$.**.en')) as text (words)), '')),
        '<[^>]*>|\{\{[^}]*\}\}|&[a-z0-9#]+;', ' ', 'g'),
        '[]\s!"#$%&()*+,./:;<=>?@\\^_{|}~«»“”„…‐‑–—[-]', ' ', 'g'),
        '''ʼ`´', '’’’’'), ' '), ''));
create index question_version_by_words on quiz.question_version using gin (quiz.words_of(prompt, body));

-- A try-out is an attempt of an author’s own; it counts nowhere, and the next one replaces it. The list of kinds is made longer, not
-- written anew, so that kinds of others stay.
do $$
begin
    execute (select 'alter table quiz.attempt drop constraint attempt_kind_is_known, add constraint attempt_kind_is_known '
                    || replace(pg_get_constraintdef(oid), 'ARRAY[', 'ARRAY[''trial''::text, ')
             from pg_constraint where conname = 'attempt_kind_is_known' and conrelid = 'quiz.attempt'::regclass);
    execute (select 'alter table quiz.attempt_event drop constraint event_kind_is_known, add constraint event_kind_is_known '
                    || replace(pg_get_constraintdef(oid), 'ARRAY[', 'ARRAY[''regrade''::text, ')
             from pg_constraint where conname = 'event_kind_is_known' and conrelid = 'quiz.attempt_event'::regclass);
end $$;
alter table quiz.attempt
    drop constraint practice_is_never_submitted,
    add constraint practice_is_never_submitted check (kind <> 'practice' or submitted_at is null),
    add column regraded_at     timestamptz,
    add column earned_before   bigint,
    add column possible_before bigint,
    add constraint regraded_attempt_tells_the_score_before check (num_nulls(regraded_at, earned_before, possible_before) in (0, 3));
drop index quiz.one_open_attempt_per_learner;
create unique index one_open_attempt_per_learner on quiz.attempt (person_id, quiz_id) where submitted_at is null and kind <> 'trial';
create unique index one_trial_per_author_and_quiz on quiz.attempt (person_id, quiz_id) where kind = 'trial';
create index regraded_attempt_by_person on quiz.attempt (person_id, regraded_at) where regraded_at is not null;

-- Whose key counts when it is no longer the key of the version that was asked; the log tells it too.
alter table quiz.attempt_question
    add column graded_by_id uuid constraint answer_is_graded_by_a_version references quiz.question_version (id);
create index attempt_question_by_grading_version on quiz.attempt_question (graded_by_id) where graded_by_id is not null;
alter table quiz.attempt_event
    add column question_version_id uuid constraint event_names_a_question_version references quiz.question_version (id);
create index attempt_event_by_question_version on quiz.attempt_event (question_version_id) where question_version_id is not null;

alter table quiz.quiz_version add column if not exists blueprint jsonb;
