package ua.stezhka.people;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AccountLetters;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Letter;
import ua.stezhka.platform.LetterDue;
import ua.stezhka.platform.Outbox;
import ua.stezhka.platform.PlatformConfig;

/**
 * The links in letters of invitation. Each has a secret of its own that is made when the letter leaves, so that the one on the screen lies
 * in no table; using one of them ends all of the invitation.
 */
@Singleton
class InvitationLetters {
    private static final String TEMPLATE = "account/invitation";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final AccountLetters letters;
    private final String origin;

    InvitationLetters(Jdbi jdbi, Outbox outbox, AccountLetters letters, PlatformConfig config) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.letters = letters;
        this.origin = config.origin().orElse("");
    }

    /** Writes an invitation to whoever has an address; a second press of the same form writes no second letter. */
    void send(Invitations.Sent sent) {
        if (!sent.email().isEmpty()) {
            String key = TEMPLATE + '/' + sent.id() + '/' + sent.at() + '/' + AccountLetters.whose(sent.email());
            outbox.send(Letter.of(key, sent.email(), letters.language(), TEMPLATE, sent.until())
                    .with("invitation", sent.id().toString())
                    .with("at", sent.at().toString()));
        }
    }

    /** Makes the link of a letter that is about to leave; for an invitation that is used, withdrawn or renewed there is no letter. */
    @Transactional
    void make(@Observes LetterDue due) {
        if (!due.letter().template().equals(TEMPLATE)) {
            return;
        }
        String secret = Invitations.secret();
        int made = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into people.invitation_link (secret_hash, invitation_id)
                        select :hash, id from people.invitation where id = :id and invited_at = :at and email = :email""")
                .bind("hash", Throttle.hash(secret))
                .bind("id", UUID.fromString(due.letter().values().get("invitation")))
                .bind("at", Instant.parse(due.letter().values().get("at")))
                .bind("email", due.letter().to())
                .execute());
        if (made == 1) {
            due.add("link", Invitations.link(origin, secret));
        } else {
            due.drop();
        }
    }
}
