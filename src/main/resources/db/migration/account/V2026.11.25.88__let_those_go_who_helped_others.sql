-- Whoever made a card, a record or a mark, or helped, may be erased; what they did for others stays, done by nobody in particular.
alter table account.access_card alter column made_by drop not null;
alter table account.assisted_record alter column made_by drop not null;
alter table account.help alter column helper_id drop not null;
alter table account.help_act alter column helper_id drop not null;
alter table account.shared_computer alter column marked_by drop not null;
