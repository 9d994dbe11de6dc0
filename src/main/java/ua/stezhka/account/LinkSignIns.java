package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import ua.stezhka.platform.Problem;

/** Lets people in by a link from a letter, and lets them set a new password there. */
@Singleton
class LinkSignIns {
    /** Letters that one network address may ask for at once, whoever they go to: a library has many people. */
    private static final int LETTERS_FROM_ONE_PLACE = 30;

    /** Secrets cannot be guessed; this spares the server only. */
    private static final int WRONG_SECRETS = 100;

    private final EmailLinks links;
    private final AccountLetters letters;
    private final SignIns signIns;
    private final Registrations registrations;
    private final Throttle throttle;

    LinkSignIns(
            EmailLinks links, AccountLetters letters, SignIns signIns, Registrations registrations, Throttle throttle) {
        this.links = links;
        this.letters = letters;
        this.signIns = signIns;
        this.registrations = registrations;
        this.throttle = throttle;
    }

    /**
     * Writes a letter to this address. The same is done for an address of nobody; only the background finds out.
     *
     * @throws Problem.TooMany when this address, or this place in the network, has asked often
     */
    void ask(String email, String address) {
        String one = "link/" + LoginName.key(email);
        String all = "links/" + address;
        throttle.check(one, address);
        throttle.check(all, address, LETTERS_FROM_ONE_PLACE);
        throttle.failed(one, address);
        throttle.failed(all, address);
        letters.link(email);
    }

    boolean lives(String secret) {
        return links.lives(secret, EmailLinks.Purpose.SIGN_IN);
    }

    /** Signs in. @return empty for a link that is no longer good */
    @Transactional
    Optional<NewSession> signIn(String secret, Optional<SessionPerson> before) {
        return links.use(secret, EmailLinks.Purpose.SIGN_IN)
                .map(used -> signIns.signIn(used.personId(), Way.LINK, before));
    }

    /** Sets a new password and signs in; all other sessions of the person end. @return empty for a link that is no longer good */
    @Transactional
    Optional<NewSession> setPassword(String secret, String hash, Optional<SessionPerson> before) {
        Optional<NewSession> session = signIn(secret, before);
        session.map(NewSession::person)
                .ifPresent(person -> registrations.setPassword(person.personId(), person.sessionId(), hash));
        return session;
    }

    /** @throws Problem.TooMany after many wrong secrets from this place */
    void checkTries(String address) {
        throttle.check("link-secret/" + address, address, WRONG_SECRETS);
    }

    void wrongSecret(String address) {
        throttle.failed("link-secret/" + address, address);
    }
}
