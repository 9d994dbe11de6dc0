-- Whoever works for one place marks and sees the computers of that place only.
alter table account.shared_computer
    add column scope_kind text not null default 'everywhere' constraint computer_scope_kind_is_known check (scope_kind in (
        'everywhere', 'cohort', 'class', 'school', 'place', 'department')),
    add column scope_id uuid,
    add constraint computer_scope_names_its_thing_unless_everywhere check ((scope_kind = 'everywhere') = (scope_id is null));
alter table account.shared_computer alter column scope_kind drop default;
create index shared_computer_by_scope on account.shared_computer (scope_kind, scope_id, marked_at);
