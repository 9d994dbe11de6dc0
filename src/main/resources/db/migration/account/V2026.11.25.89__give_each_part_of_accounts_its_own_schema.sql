-- Accounts were one module and are six now: each has a schema of its own. Nothing moves on the disk.
create schema desk;
create schema people;
create schema factor;
create schema identity;
create schema privacy;

alter table account.access_card set schema desk;
alter table account.assisted_record set schema desk;
alter table account.help set schema desk;
alter table account.help_act set schema desk;
alter table account.shared_computer set schema desk;
alter table account.invitation set schema people;
alter table account.invitation_link set schema people;
alter table account.people_import set schema people;
alter table account.person_block set schema people;
alter table account.code_app set schema factor;
alter table account.passkey set schema factor;
alter table account.recovery_code set schema factor;
alter table account.spent_challenge set schema factor;
alter table account.vouched_arrival set schema identity;
alter table account.vouched_identity set schema identity;
alter table account.consent_entry set schema privacy;
alter table account.data_export set schema privacy;
alter table account.data_request set schema privacy;
alter table account.inactivity_notice set schema privacy;
alter table account.retention_run set schema privacy;
alter table account.erasure_entry set schema privacy;
alter function account.refuse_to_change_a_consent() set schema privacy;

-- A session remembers the shared computer by its id alone: the desk stands above accounts.
alter table account.session drop constraint session_is_on_a_shared_computer;
drop index account.session_by_shared_computer;

-- Whether somebody owns a second factor is asked with every session; which one it is, only the module of factors knows.
alter table account.person add column second_factor_at timestamptz;
update account.person p set second_factor_at = least(
    (select a.added_at from factor.code_app a where a.person_id = p.id),
    (select min(k.added_at) from factor.passkey k where k.person_id = p.id))
where exists (select from factor.code_app a where a.person_id = p.id)
   or exists (select from factor.passkey k where k.person_id = p.id);
