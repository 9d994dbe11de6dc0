package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.Registrations;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignIns;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Problem;

/** Makes a helped record the account of its person, or part of the account that the person has; all or nothing, and once. */
@Singleton
class Claims {
    private final Registrations registrations;
    private final AssistedRecords records;
    private final Cards cards;
    private final SignIns signIns;

    Claims(Registrations registrations, AssistedRecords records, Cards cards, SignIns signIns) {
        this.registrations = registrations;
        this.records = records;
        this.cards = cards;
        this.signIns = signIns;
    }

    String hash(String password) {
        return registrations.hash(password);
    }

    /**
     * Gives the person of a card an account; all that was done stays.
     *
     * @param keepsCard whether the card still opens the door afterwards
     * @throws AccountTaken     when somebody has this name or e-mail
     * @throws Problem.Conflict when the record was claimed before
     */
    @Transactional
    NewSession claim(SessionPerson holder, NewAccount account, String hash, boolean keepsCard) {
        UUID personId = holder.personId();
        records.claim(personId, personId);
        NewSession session = registrations.register(Optional.of(holder), account, hash);
        if (!keepsCard) {
            cards.revoke(personId, personId);
        }
        return session;
    }

    /** A second press of the button finds the account of the first. A wrong password counts here as at every door. */
    Optional<NewSession> ofFirstPress(NewAccount account, String address, Optional<SessionPerson> before) {
        try {
            return registrations.hasJustMade(account)
                    ? signIns.recognise(account.signInName(), account.password(), address)
                            .map(person -> signIns.signIn(person, Way.PASSWORD, before))
                    : Optional.empty();
        } catch (Problem.TooMany wait) {
            return Optional.empty();
        }
    }

    /**
     * Gives what was done with a card to the account of who is signed in; a second time changes nothing.
     *
     * @throws Problem.Conflict when the card belongs to another account
     */
    @Transactional
    void join(UUID cardHolder, SessionPerson account, boolean keepsCard) {
        if (cardHolder.equals(account.personId())) {
            return;
        }
        if (registrations.registered(cardHolder)) {
            throw Problem.conflict("account.card_of_another");
        }
        records.claim(cardHolder, account.personId());
        if (!keepsCard) {
            cards.revoke(cardHolder, account.personId());
        }
        signIns.adopt(cardHolder, account);
    }

    /** Whether the same form has done its work already. */
    boolean hasJustJoined(SessionPerson account) {
        return records.hasJustClaimed(account.personId());
    }
}
