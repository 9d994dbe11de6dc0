package ua.stezhka.account;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Letter;
import ua.stezhka.platform.Outbox;
import ua.stezhka.platform.PlatformConfig;

/**
 * What accounts write to their owners. No letter holds a name or anything else that somebody typed: it may go to a stranger whose
 * address was typed here.
 */
@Singleton
public class AccountLetters {
    static final String LINK = "account/link";
    static final String CONFIRMATION = "account/confirmation";

    /** The last letter to somebody who is nobody any more, so the erasure leaves it alone. */
    public static final String FAREWELL = "account/erased";

    static final Duration LINK_LIVES = Duration.ofMinutes(30);
    private static final Duration NEWS_MATTER = Duration.ofDays(3);
    private static final Duration ONE_LETTER_IN = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Clock clock;
    private final Frame frame;
    private final PlatformConfig config;

    AccountLetters(Outbox outbox, Clock clock, Frame frame, PlatformConfig config) {
        this.outbox = outbox;
        this.clock = clock;
        this.frame = frame;
        this.config = config;
    }

    public boolean work() {
        return outbox.works();
    }

    /** A link to come in by, to whoever this is: whether it is anybody’s address is asked when the letter is sent. */
    void link(String email) {
        outbox.send(soon(LINK, email));
    }

    /** A link that proves whose the address is. */
    void confirmation(UUID personId, String email) {
        outbox.send(soon(CONFIRMATION, email).with("person", personId.toString()));
    }

    /** Somebody wants an address that is confirmed in another account: its owner is told, whoever asked is not. */
    void taken(String email) {
        outbox.send(soon("account/taken", email));
    }

    void passwordChanged(UUID personId, String email) {
        outbox.send(news("account/password", personId, email));
    }

    void emailChanged(UUID personId, String oldEmail) {
        outbox.send(news("account/email", personId, oldEmail));
    }

    private Letter soon(String template, String email) {
        Instant now = clock.instant();
        long turn = now.getEpochSecond() / ONE_LETTER_IN.toSeconds();
        return Letter.of(template + '/' + whose(email) + '/' + turn, email, language(), template, now.plus(LINK_LIVES));
    }

    /** Whose address it is, for a key that does not tell it. */
    public static String whose(String email) {
        return HexFormat.of().formatHex(Throttle.hash(LoginName.key(email)));
    }

    private Letter news(String template, UUID personId, String email) {
        Instant now = clock.instant();
        return Letter.of(template + '/' + personId + '/' + now, email, language(), template, now.plus(NEWS_MATTER))
                .with("at", Dates.longDateTime(now, config.zone(), language()));
    }

    /** The language of whoever causes a letter. */
    public Locale language() {
        return Arc.container().requestContext().isActive() ? frame.locale() : Languages.UK;
    }
}
