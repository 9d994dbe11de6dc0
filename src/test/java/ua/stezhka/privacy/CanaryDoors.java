package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The doors of a canary, and what the canary and somebody else did for one another at a desk. */
final class CanaryDoors {
    private static final List<String> DOORS = List.of(
            "update account.session set second_factor_at = now() where person_id = :id",
            "update account.password set email_confirmed_at = now() where person_id = :id",
            """
            insert into account.email_wish (person_id, email, email_key, wished_at)
            values (:id, 'new-' || :word || '@example.com', 'new-' || :word || '@example.com', now())""",
            """
            insert into account.email_link (secret_hash, person_id, purpose, email_key, made_at, expires_at)
            values (sha256(cast(:word as bytea)), :id, 'sign_in', :word || '@example.com', now(), now() + interval '20 minutes')""",
            """
            insert into account.personal_token (id, person_id, name, hash, scopes, created_at, expires_at)
            values (gen_random_uuid(), :id, :word, sha256(cast(:word as bytea)), array['profile:read'], now(), now() + interval '1 day')""",
            """
            insert into factor.passkey (id, person_id, credential_id, credential, sign_count, backup_eligible, name, added_at)
            values (gen_random_uuid(), :id, cast(:word as bytea), cast(:word as bytea), 0, false, :word, now())""",
            """
            insert into factor.recovery_code (id, person_id, hash, made_at) values (gen_random_uuid(), :id, '$argon2id$code', now())""",
            """
            insert into account.comfort (person_id, language, text_size, theme, calm, pace, chosen_at)
            values (:id, 'uk', '150', 'dark', true, 'slow', now()) on conflict (person_id) do nothing""",
            """
            insert into identity.vouched_identity (id, person_id, issuer, subject, joined_at)
            values (gen_random_uuid(), :id, 'https://vouch.example', :word, now())""",
            """
            insert into identity.vouched_arrival (id, secret_hash, issuer, subject, name, next, arrived_at)
            values (gen_random_uuid(), sha256(cast(:word as bytea)), 'https://vouch.example', :word, 'Канарка ' || :word, '/my', now())""",
            """
            insert into people.invitation (id, code_hash, name, login_name, email, grants, invited_at, invited_by, expires_at)
            values (gen_random_uuid(), sha256(cast(:word as bytea)), :word, '', upper(:word) || '@Example.com', array[]::text[], now(), :other,
                    now() + interval '1 day')""",
            """
            insert into people.invitation (id, code_hash, name, login_name, email, grants, invited_at, invited_by, expires_at)
            values (gen_random_uuid(), sha256(cast(:word || '2' as bytea)), 'Хтось', '', 'somebody@example.com', array[]::text[], now(), :id,
                    now() + interval '1 day')""",
            """
            insert into people.invitation_link (secret_hash, invitation_id)
            select sha256(cast(id::text as bytea)), id from people.invitation where name = :word or invited_by = :id""",
            """
            insert into platform.letter (id, key, template, language, recipient, content, written_at, useless_at, due_at)
            values (gen_random_uuid(), 'account/trial/' || :word, 'account/trial', 'uk', initcap(:word) || '@example.com', '{}', now(), now(),
                    now() + interval '1 day')""",
            """
            insert into platform.letter (id, key, template, language, written_at, useless_at, due_at, sent_at)
            values (gen_random_uuid(), 'account/trial/' || cast(:id as text), 'account/trial', 'uk', now(), now(), now(), now())""",
            """
            insert into desk.lifeline (id, session_id, tied_at, seen_at)
            select gen_random_uuid(), id, now(), now() from account.session where person_id = :id order by id limit 1""");

    /** Each is done twice: by the other for the canary, and by the canary for the other. */
    private static final List<String> HELP = List.of("""
            insert into desk.access_card (id, person_id, code, pin_hash, made_at, made_by, expires_at)
            values (gen_random_uuid(), :whom, upper(substr(md5(:word || cast(:whom as text)), 1, 12)), '$argon2id$pin', now(), :who,
                    now() + interval '1 day')""", """
            insert into desk.assisted_record (person_id, birth_year, scope_kind, made_at, made_by, consent)
            values (:whom, 1950, 'everywhere', now(), :who, 'said-1')""", """
            insert into desk.help (id, person_id, helper_id, helper_role, scope_kind, begun_at, ends_at, session_id, helper_session_id)
            select gen_random_uuid(), :whom, :who, 'desk_operator', 'everywhere', now(), now() + interval '1 hour',
                   (select id from account.session where person_id = :whom and ended_at is null order by id limit 1),
                   (select id from account.session where person_id = :who and ended_at is null order by id limit 1)""", """
            insert into desk.help_act (id, person_id, helper_id, helper_role, scope_kind, help_id, kind, done_at)
            select gen_random_uuid(), :whom, :who, 'desk_operator', 'everywhere', id, 'step', now()
            from desk.help where person_id = :whom and helper_id = :who""", """
            insert into people.person_block (id, person_id, reason, blocked_at, blocked_by, ended_at, ended_by)
            values (gen_random_uuid(), :whom, 'request', now(), :who, now(), :who)""", """
            insert into account.role_grant (id, person_id, role, scope_kind, granted_at, granted_by, ended_at, ended_by)
            values (gen_random_uuid(), :whom, 'author', 'everywhere', now(), :who, now(), :who)""", """
            insert into desk.shared_computer (id, secret_hash, place, marked_at, marked_by, scope_kind)
            values (gen_random_uuid(), sha256(cast(:word || cast(:whom as text) as bytea)), 'Читальня', now(), :who, 'everywhere')""", """
            insert into people.people_import (made_by, id, made_at, content) values (:who, gen_random_uuid(), now(), 'список')""");

    private CanaryDoors() {}

    static void write(Handle handle, UUID id, String word, UUID other) {
        DOORS.forEach(sql -> run(handle, sql, word, id, other));
        HELP.forEach(sql -> run(handle, sql, word, other, id));
        HELP.forEach(sql -> run(handle, sql, word, id, other));
    }

    private static void run(Handle handle, String sql, String word, UUID who, UUID whom) {
        assertThat(handle.createUpdate(sql)
                        .bind("id", who)
                        .bind("who", who)
                        .bind("other", whom)
                        .bind("whom", whom)
                        .bind("word", word)
                        .execute())
                .as(sql)
                .isPositive();
    }
}
