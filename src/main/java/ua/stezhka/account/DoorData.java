package ua.stezhka.account;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Outbox;

/**
 * The doors that open for a person: letters and their links, tokens. An erasure closes all of them. What lies under an address is read
 * out only to whoever has proved that the address is theirs.
 */
@Singleton
@Priority(15)
class DoorData implements PersonalData {
    private static final String PROVEN = """
            (select email_key from account.password where person_id in (<people>) and email_confirmed_at is not null)""";
    private static final String TYPED = """
            (select email_key from account.password where person_id in (<people>) and email_key is not null)""";

    /** Addresses as {@link LoginName#key} writes them. */
    private static final String RECIPIENT = "translate(lower(l.recipient), '''ʼ`´‐‑–—', '’’’’----')";

    /** The key of a letter names its occasion by the person, or by the hash of the address. */
    private static final String OCCASION = """
             or exists (select from account.person p where p.id in (<people>)
                        and (position(p.id::text in l.key) > 0 or l.content ->> 'person' = p.id::text))
             or exists (select from account.password w where w.person_id in (<people>)
                        and position(encode(sha256(convert_to(w.email_key, 'UTF8')), 'hex') in l.key) > 0)""";

    private final Jdbi jdbi;
    private final Outbox outbox;

    DoorData(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** Tears letters up; the one that tells of the erasure goes its way: it is forgotten when it is sent. */
    @Override
    public void close(Subject subject) {
        outbox.tearUp(jdbi.withHandle(
                handle -> handle.createQuery("select l.id from platform.letter l where l.template <> :farewell and ("
                                + RECIPIENT + " in " + TYPED + OCCASION + ")")
                        .bind("farewell", AccountLetters.FAREWELL)
                        .bindList("people", subject.people())
                        .mapTo(UUID.class)
                        .list()));
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(letters(), links(), wishes(), personalTokens(), refreshTokens());
    }

    private static PersonTable letters() {
        return PersonTable.of(
                "platform.letter",
                "account.archiveLetters",
                "select l.template, l.recipient, l.written_at, l.sent_at, l.given_up_at from platform.letter l where "
                        + RECIPIENT + " in " + PROVEN + OCCASION + " order by l.written_at");
    }

    private static PersonTable links() {
        return PersonTable.of(
                "account.email_link",
                "account.archiveEmailLinks",
                """
                select purpose, email_key as email, made_at, expires_at, used_at from account.email_link
                where person_id in (<people>) order by made_at""",
                "delete from account.email_link where person_id in (<people>)");
    }

    private static PersonTable wishes() {
        return PersonTable.of(
                "account.email_wish",
                "account.archiveEmailWish",
                "select email, wished_at from account.email_wish where person_id in (<people>)",
                "delete from account.email_wish where person_id in (<people>)");
    }

    private static PersonTable personalTokens() {
        return PersonTable.of(
                "account.personal_token",
                "account.archivePersonalTokens",
                """
                select id, name, array_to_string(scopes, ', ') as scopes, created_at, expires_at, used_at, revoked_at
                from account.personal_token where person_id in (<people>) order by created_at""",
                "delete from account.personal_token where person_id in (<people>)");
    }

    /** They go with their sessions. */
    private static PersonTable refreshTokens() {
        return PersonTable.of("account.refresh_token", "account.archiveRefreshTokens", """
                select t.session_id, t.issued_at, t.used_at
                from account.refresh_token t join account.session s on s.id = t.session_id
                where s.person_id in (<people>) order by t.issued_at""");
    }
}
