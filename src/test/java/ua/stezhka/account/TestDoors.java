package ua.stezhka.account;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestBrowser;

/** The doors of an account: name and password, links, tokens, sessions. */
public final class TestDoors {
    private static final String ADDRESS = "192.0.2.77";

    private TestDoors() {}

    /** Each door by name, for somebody with a key to it; tells whom it lets in. */
    public static Map<String, Supplier<Optional<UUID>>> of(UUID person, String name) {
        Sessions sessions = bean(Sessions.class);
        LinkSignIns links = bean(LinkSignIns.class);
        Map<String, Supplier<Optional<UUID>>> doors = new TreeMap<>();
        doors.put("password", () -> bean(SignIns.class).recognise(name, TestPeople.PASSWORD, ADDRESS));
        doors.put("API", () -> overApi(name));
        doors.put("link", () -> links.signIn(link(person), Optional.empty()).map(TestDoors::id));
        doors.put("password reset", () -> links.setPassword(
                        link(person), bean(Passwords.class).hash(TestPeople.PASSWORD), Optional.empty())
                .map(TestDoors::id));
        String token = TestPeople.token(person, TokenScope.PROFILE_READ);
        doors.put("personal token", () -> bean(PersonalTokens.class).use(token).map(carrier -> carrier.person()
                .personId()));
        NewSession session = sessions.start(person, Way.PASSWORD);
        doors.put("session", () -> sessions.find(session.person().sessionId()).map(SessionPerson::personId));
        doors.put("refresh", refresh(sessions.start(person, Way.PASSWORD)));
        return doors;
    }

    /** A throttle with a clock of its own. */
    public static Throttle throttle(Clock clock) {
        return new Throttle(bean(Jdbi.class), clock, bean(AccountConfig.class));
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

    /** A link of a letter that was under way. */
    private static String link(UUID person) {
        String secret = Ids.next().toString();
        bean(Jdbi.class).useHandle(handle -> handle.createUpdate("""
                        insert into account.email_link (secret_hash, person_id, purpose, email_key, made_at, expires_at)
                        values (:hash, :person, 'sign_in', 'a@example.com', now(), now() + interval '20 minutes')""")
                .bind("hash", Throttle.hash(secret))
                .bind("person", person)
                .execute());
        return secret;
    }

    private static Supplier<Optional<UUID>> refresh(NewSession first) {
        AtomicReference<String> token = new AtomicReference<>(first.refreshToken());
        return () -> {
            Optional<NewSession> renewed = bean(Renewals.class).renew(token.get());
            renewed.ifPresent(session -> token.set(session.refreshToken()));
            return renewed.map(TestDoors::id);
        };
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
