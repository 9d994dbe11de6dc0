package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Problem;

/** What a desk does with the cards of people; all of it is told to the person. */
@Singleton
class DeskCards {
    private final Desk desk;
    private final Cards cards;
    private final CardSignIns signIns;
    private final Helps helps;
    private final Throttle throttle;

    DeskCards(Desk desk, Cards cards, CardSignIns signIns, Helps helps, Throttle throttle) {
        this.desk = desk;
        this.cards = cards;
        this.signIns = signIns;
        this.helps = helps;
        this.throttle = throttle;
    }

    /**
     * The person of a card. Without a PIN only records of the helper's own places are found; card and PIN together let the helper in for
     * an hour. Whatever opens nothing looks the same.
     *
     * @throws Problem.TooMany after many tries that found nobody
     */
    Optional<UUID> find(String typed, String pin, String address, Faults faults) {
        Optional<CardCode> code = CardCode.read(typed);
        if (code.isEmpty()) {
            faults.add("code", typed.isBlank() ? "account.card_code_missing" : "account.card_code_mistyped");
            return Optional.empty();
        }
        Optional<UUID> found =
                pin.isEmpty() ? ofOwnPlaces(code.get(), address) : signIns.recognise(code.get(), pin, address);
        if (found.isEmpty()) {
            faults.add("code", "account.desk_card_refused");
        } else if (!pin.isEmpty()) {
            helps.letIn(found.get(), desk.assistant(Scope.EVERYWHERE));
        }
        return found;
    }

    private Optional<UUID> ofOwnPlaces(CardCode code, String address) {
        String key = "desk " + desk.session();
        throttle.check(key, address);
        Optional<UUID> found = cards.find(code).map(Card::personId).filter(person -> desk.mayOpen(person));
        if (found.isEmpty()) {
            throttle.failed(key, address);
        }
        return found;
    }

    /** Makes a card in the place of the one that the form showed. */
    @Transactional
    boolean make(AssistedRecords.Known person, @Nullable UUID replaced, String pinHash) {
        Assistant by = desk.assistant(person.scope());
        boolean made = cards.make(person.personId(), replaced, pinHash, by.personId());
        if (made) {
            helps.note(person.personId(), by, HelpKind.CARD_MADE);
        }
        return made;
    }

    @Transactional
    boolean setPin(AssistedRecords.Known person, String pinHash) {
        Assistant by = desk.assistant(person.scope());
        boolean set = cards.setPin(person.personId(), pinHash, by.personId());
        if (set) {
            helps.note(person.personId(), by, HelpKind.PIN_SET);
        }
        return set;
    }

    @Transactional
    void revoke(AssistedRecords.Known person) {
        Assistant by = desk.assistant(person.scope());
        if (cards.revoke(person.personId(), by.personId())) {
            helps.note(person.personId(), by, HelpKind.CARD_REVOKED);
        }
    }
}
