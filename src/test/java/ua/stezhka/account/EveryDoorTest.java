package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Who is blocked, or merged into another account, comes in by no door. Source: ASVS 5.0, 7.4.2. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryDoorTest {
    private static final String ADDRESS = "192.0.2.77";

    @Inject
    Jdbi jdbi;

    @Inject
    Blocks blocks;

    @Inject
    Merges merges;

    @Inject
    SignIns signIns;

    @Inject
    Passwords passwords;

    @Inject
    Cards cards;

    @Inject
    CardSignIns cardSignIns;

    @Inject
    LinkSignIns linkSignIns;

    @Inject
    Passkeys passkeys;

    @Inject
    VouchedIdentities identities;

    @Inject
    PersonalTokens tokens;

    @Inject
    Sessions sessions;

    @Inject
    Renewals renewals;

    @Inject
    Invitations invitations;

    /** Somebody with a key to every door. */
    private record Owner(UUID id, String name) {}

    /** The doors by name; each tells whom it lets in. */
    private Map<String, Supplier<Optional<UUID>>> doorsOf(Owner owner) {
        Map<String, Supplier<Optional<UUID>>> doors = new TreeMap<>();
        doors.put("password", () -> signIns.recognise(owner.name(), TestPeople.PASSWORD, ADDRESS));
        doors.put("API", () -> overApi(owner.name()));
        doors.put("card", card(owner.id()));
        doors.put(
                "link",
                () -> linkSignIns.signIn(link(owner.id()), Optional.empty()).map(EveryDoorTest::id));
        doors.put("password reset", () -> linkSignIns
                .setPassword(link(owner.id()), passwords.hash(TestPeople.PASSWORD), Optional.empty())
                .map(EveryDoorTest::id));
        doors.put("passkey", passkey(owner.id()));
        doors.put("OpenID", openId(owner.id()));
        String token = TestPeople.token(owner.id(), TokenScope.PROFILE_READ);
        doors.put("personal token", () -> tokens.use(token)
                .map(carrier -> carrier.person().personId()));
        NewSession session = sessions.start(owner.id(), Way.PASSWORD);
        doors.put("session", () -> sessions.find(session.person().sessionId()).map(SessionPerson::personId));
        doors.put("refresh", refresh(sessions.start(owner.id(), Way.PASSWORD)));
        doors.put("invitation", invitation(owner.id()));
        return doors;
    }

    private static UUID id(NewSession session) {
        return session.person().personId();
    }

    private static Optional<UUID> overApi(String login) {
        var answer = new TestBrowser()
                .without("Sec-Fetch-Site")
                .sendJson("POST", "/api/v1/sessions", Map.of("login", login, "password", TestPeople.PASSWORD));
        return answer.status() < 300
                ? Optional.of(UUID.fromString(new TestBrowser()
                        .without("Sec-Fetch-Site")
                        .header(
                                "Authorization",
                                "Bearer " + answer.json().get("token").asText())
                        .get("/api/v1/me")
                        .json()
                        .get("id")
                        .asText()))
                : Optional.empty();
    }

    private Supplier<Optional<UUID>> card(UUID person) {
        cards.make(person, null, cardSignIns.hash(TestCards.PIN), person);
        CardCode code = cards.of(person).orElseThrow().code();
        return () -> cardSignIns.recognise(code, TestCards.PIN, ADDRESS);
    }

    /** A link of a letter that was under way. */
    private String link(UUID person) {
        String secret = Ids.next().toString();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.email_link (secret_hash, person_id, purpose, email_key, made_at, expires_at)
                        values (:hash, :person, 'sign_in', 'a@example.com', now(), now() + interval '20 minutes')""")
                .bind("hash", Throttle.hash(secret))
                .bind("person", person)
                .execute());
        return secret;
    }

    private Supplier<Optional<UUID>> passkey(UUID person) {
        byte[] credential = Ids.next().toString().getBytes(StandardCharsets.US_ASCII);
        return () -> {
            // Added only for as long as it is tried: whoever owns one is asked for it at the other doors.
            boolean fresh = passkeys.byCredential(credential).isEmpty()
                    && passkeys.add(person, new Passkeys.Fresh(credential, credential, 0, false), "ключ");
            Optional<UUID> owner = passkeys.byCredential(credential).map(Passkeys.Known::personId);
            if (fresh) {
                passkeys.removeAll(person);
            }
            return owner;
        };
    }

    private Supplier<Optional<UUID>> openId(UUID person) {
        VouchedPerson vouched =
                new VouchedPerson("https://id.example", Ids.next().toString(), "Оксана");
        identities.join(identities.arrive(vouched, "/my"), person);
        return () -> identities.owner(vouched).filter(owner -> !owner.blocked()).map(VouchedIdentities.Owner::personId);
    }

    private Supplier<Optional<UUID>> refresh(NewSession first) {
        AtomicReference<String> token = new AtomicReference<>(first.refreshToken());
        return () -> {
            Optional<NewSession> renewed = renewals.renew(token.get());
            renewed.ifPresent(session -> token.set(session.refreshToken()));
            return renewed.map(EveryDoorTest::id);
        };
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
        sessions.changed();
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
