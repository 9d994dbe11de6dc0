-- How a person likes pages to look: it comes back at every sign-in. Guests have it too, until it becomes a person's.
create table account.comfort (
    person_id uuid        constraint one_comfort_a_person primary key
                          constraint comfort_belongs_to_a_person references account.person (id),
    language  text        not null constraint comfort_language_is_known check (language in ('uk', 'en')),
    text_size text        not null constraint comfort_text_size_is_known check (text_size in ('100', '125', '150', '200')),
    theme     text        not null constraint comfort_theme_is_known check (theme in ('auto', 'light', 'dark', 'contrast')),
    calm      boolean     not null,
    pace      text        not null constraint comfort_pace_is_known check (pace in ('usual', 'slow')),
    chosen_at timestamptz not null
);
