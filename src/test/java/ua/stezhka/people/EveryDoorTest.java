package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.TestDoors;
import ua.stezhka.account.TestPeople;
import ua.stezhka.desk.TestCards;
import ua.stezhka.factor.TestFactors;
import ua.stezhka.identity.TestIdentities;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestDatabase;

/** Who is blocked, or merged into another account, comes in by no door. Source: ASVS 5.0, 7.4.2. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryDoorTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Blocks blocks;

    @Inject
    Merges merges;

    @Inject
    Sessions sessions;

    @Inject
    Invitations invitations;

    /** Somebody with a key to every door. */
    private record Owner(UUID id, String name) {}

    /** The doors by name; each tells whom it lets in. */
    private Map<String, Supplier<Optional<UUID>>> doorsOf(Owner owner) {
        Map<String, Supplier<Optional<UUID>>> doors = new TreeMap<>(TestDoors.of(owner.id(), owner.name()));
        doors.put("card", card(owner.id()));
        doors.put("passkey", TestFactors.passkey(owner.id()));
        doors.put("OpenID", TestIdentities.door(owner.id()));
        doors.put("invitation", invitation(owner.id()));
        return doors;
    }

    private static Supplier<Optional<UUID>> card(UUID person) {
        String code = TestCards.give(person);
        return () -> TestCards.opens(code);
    }

    /** What the person promised to somebody else. */
    private Supplier<Optional<UUID>> invitation(UUID person) {
        NewInvitation friend = new NewInvitation(Ids.next(), "Друг " + TestPeople.suffix(), "", "", List.of());
        String link = invitations.invite(friend, "https://stezhka.example", person);
        String secret = link.substring(link.indexOf('=') + 1);
        return () -> invitations.find(secret).map(Invitations.Open::invitedBy);
    }

    private Owner owner() {
        String name = "Двері Приклад " + TestPeople.suffix();
        return new Owner(TestPeople.idOf(TestPeople.register(name)), name);
    }

    private static Map<String, Optional<UUID>> opened(Map<String, Supplier<Optional<UUID>>> doors) {
        Map<String, Optional<UUID>> opened = new TreeMap<>();
        // A new password ends sessions and tokens, so that door is the last.
        doors.forEach((name, door) -> {
            if (!name.equals("password reset")) {
                opened.put(name, door.get());
            }
        });
        opened.put("password reset", doors.get("password reset").get());
        return opened;
    }

    @Test
    void every_door_opens_for_whoever_has_the_key() {
        Owner owner = owner();
        assertThat(opened(doorsOf(owner)))
                .hasSize(11)
                .allSatisfy((door, let) -> assertThat(let).as(door).contains(owner.id()));
    }

    @Test
    void no_door_opens_for_whoever_is_blocked() {
        Owner owner = owner();
        var doors = doorsOf(owner);
        blocks.block(owner.id(), "stolen", TestPeople.idOf(TestPeople.administrator()));
        assertThat(opened(doors))
                .hasSize(11)
                .allSatisfy((door, let) -> assertThat(let).as(door).isEmpty());
    }

    @Test
    void blocked_at_alone_closes_every_door_also_without_the_tidying_up_of_a_block() {
        Owner owner = owner();
        var doors = doorsOf(owner);
        doors.remove("invitation");
        jdbi.useHandle(
                handle -> handle.execute("update account.person set blocked_at = now() where id = ?", owner.id()));
        TestPeople.forgetSessions();
        assertThat(opened(doors))
                .hasSize(10)
                .allSatisfy((door, let) -> assertThat(let).as(door).isEmpty());
    }

    @Test
    void no_door_opens_the_merged_account_and_what_went_over_opens_the_other() {
        Owner owner = owner();
        var doors = doorsOf(owner);
        UUID other = owner().id();
        merges.merge(owner.id(), other, TestPeople.idOf(TestPeople.administrator()));
        Map<String, Optional<UUID>> opened = opened(doors);
        for (String moved : List.of("card", "OpenID", "invitation")) {
            assertThat(opened.remove(moved)).as(moved).contains(other);
        }
        assertThat(opened)
                .hasSize(8)
                .allSatisfy((door, let) -> assertThat(let).as(door).isEmpty());
    }
}
