package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Passwords;
import ua.stezhka.platform.Ids;

/**
 * Codes on paper for the day on which the phone is lost: ten, each good for once, shown once and kept as Argon2id. Of digits only, so that
 * neither the language of the keyboard nor large letters matter. Source: ASVS 5.0, 6.5.1 to 6.5.3.
 */
@Singleton
class RecoveryCodes {
    static final int COUNT = 10;
    static final int DIGITS = 16;

    private static final int GROUP = 4;
    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final Clock clock;
    private final Passwords passwords;

    RecoveryCodes(Jdbi jdbi, Clock clock, Passwords passwords) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** New codes that nobody has yet. */
    Draft draw() {
        List<String> codes = Stream.generate(this::code).limit(COUNT).toList();
        return new Draft(codes, codes.stream().map(passwords::hash).toList());
    }

    /** Codes to be shown, and what is kept of them. */
    record Draft(List<String> codes, List<String> hashes) {
        List<String> inGroups() {
            return codes.stream().map(RecoveryCodes::inGroups).toList();
        }
    }

    private String code() {
        return random.ints(DIGITS, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static String inGroups(String code) {
        return String.join(
                " ",
                IntStream.range(0, DIGITS / GROUP)
                        .mapToObj(i -> code.substring(i * GROUP, (i + 1) * GROUP))
                        .toList());
    }

    /** From now on these are the person's codes, and no others. */
    @Transactional
    void put(UUID personId, Draft draft) {
        remove(personId);
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "insert into factor.recovery_code (id, person_id, hash, made_at) values (:id, :person, :hash, :now)");
            for (String hash : draft.hashes()) {
                batch.bind("id", Ids.next())
                        .bind("person", personId)
                        .bind("hash", hash)
                        .bind("now", clock.instant())
                        .add();
            }
            batch.execute();
        });
    }

    /** How many codes are unused. */
    int left(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from factor.recovery_code where person_id = :id and used_at is null")
                .bind("id", personId)
                .mapTo(Integer.class)
                .one());
    }

    /** Whether the code is one of the person's unused ones; uses it up. Of two who bring the same code at once, one is let in. */
    boolean use(UUID personId, String code) {
        Optional<Kept> right = unused(personId).stream()
                .filter(kept -> passwords.matches(code, kept.hash()))
                .findFirst();
        return right.isPresent() && spend(right.get().id());
    }

    @Transactional
    boolean spend(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update factor.recovery_code set used_at = :now where id = :id and used_at is null")
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    @Transactional
    void remove(UUID personId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from factor.recovery_code where person_id = :id")
                .bind("id", personId)
                .execute());
    }

    private List<Kept> unused(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, hash from factor.recovery_code where person_id = :id and used_at is null order by id")
                .bind("id", personId)
                .map((row, context) -> new Kept(row.getObject("id", UUID.class), row.getString("hash")))
                .list());
    }

    private record Kept(UUID id, String hash) {}
}
