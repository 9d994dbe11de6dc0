package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Passwords;
import ua.stezhka.account.Throttle;

/**
 * Lets people in by a printed card and its PIN. Whatever does not open looks the same: an unknown code, a card out of use, a wrong PIN, a
 * card that waits for a new PIN. Three bounds make guessing hopeless: the wait of a card grows, the wait of an address grows, and after
 * ten wrong PINs in a row only a new PIN opens the card. Source: ASVS 5.0, 6.3.1; the sums stand in ADR 0011.
 */
@Singleton
class CardSignIns {
    /** So many slips of a class behind one address cost no waiting. */
    private static final int FREE_TRIES_OF_AN_ADDRESS = 40;

    private final Jdbi jdbi;
    private final Cards cards;
    private final Passwords passwords;
    private final Throttle throttle;

    CardSignIns(Jdbi jdbi, Cards cards, Passwords passwords, Throttle throttle) {
        this.jdbi = jdbi;
        this.cards = cards;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** The name under which wrong PINs of a card are counted. */
    static String door(String code) {
        return "card:" + code;
    }

    String hash(String pin) {
        return passwords.hash(pin);
    }

    /**
     * The person whose card and PIN these are; empty when they open nothing.
     *
     * @throws ua.stezhka.platform.Problem.TooMany after many tries that opened nothing
     */
    Optional<UUID> recognise(CardCode code, String pin, String address) {
        String card = door(code.value());
        String door = "cards from " + address;
        throttle.check(card, address);
        throttle.check(door, address, FREE_TRIES_OF_AN_ADDRESS);
        Optional<Tried> tried = cards.find(code).flatMap(found -> count(found.id()));
        boolean right =
                tried.isPresent() ? passwords.matches(pin, tried.get().pinHash()) : passwords.matchesNobody(pin);
        if (tried.isEmpty() || !right) {
            throttle.failed(card, address);
            throttle.failed(door, address);
            return Optional.empty();
        }
        throttle.succeeded(card, address);
        forget(tried.get().id());
        return Optional.of(tried.get().personId());
    }

    /** Whether the person's card has this PIN; asked by who set it a moment ago, so it is no try. */
    boolean hasPin(UUID personId, String pin) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select pin_hash from desk.access_card where person_id = :person and ended_at is null")
                        .bind("person", personId)
                        .mapTo(String.class)
                        .findOne())
                .filter(hash -> passwords.matches(pin, hash))
                .isPresent();
    }

    /** Counts a try before it is looked at, so that many at once are no more than ten. */
    @Transactional
    Optional<Tried> count(UUID cardId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update desk.access_card set pin_failures = pin_failures + 1
                        where id = :id and pin_failures < :most and ended_at is null returning id, person_id, pin_hash""")
                .bind("id", cardId)
                .bind("most", Card.MOST_FAILURES)
                .map((row, context) -> new Tried(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("pin_hash")))
                .findOne());
    }

    @Transactional
    void forget(UUID cardId) {
        jdbi.useHandle(handle -> handle.createUpdate("update desk.access_card set pin_failures = 0 where id = :id")
                .bind("id", cardId)
                .execute());
    }

    record Tried(UUID id, UUID personId, String pinHash) {}
}
