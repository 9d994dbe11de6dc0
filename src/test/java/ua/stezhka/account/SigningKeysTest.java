package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Keys change while the product runs, and nobody is signed out; without keys nobody is let in. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SigningKeysTest {
    @Inject
    TestNodes nodes;

    @Inject
    SigningKeys running;

    @Inject
    AccountConfig config;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void first_start() throws IOException {
        new KeyFolder(folder).makeFirst();
    }

    private int keys(String... arguments) throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new KeyRotation(folder, clock, out).run(List.of(arguments));
    }

    private static NewSession someone(TestNode node) {
        return node.sessions().start(TestPeople.idOf(TestPeople.learner()), Way.PASSWORD);
    }

    @Test
    void a_new_key_signs_within_a_minute_on_all_nodes_and_nobody_is_signed_out() throws IOException {
        TestNode one = nodes.node(clock, folder);
        TestNode two = nodes.node(clock, folder);
        NewSession before = someone(one);
        String first = one.keys().signing().id();
        assertThat(two.keys().signing().id()).isEqualTo(first);
        assertThat(keys("rotate")).isZero();

        clock.forward(SigningKeys.FRESH);
        assertThat(one.keys().all()).hasSize(2);
        assertThat(one.keys().signing().id()).as("not yet known to every node").isEqualTo(first);

        clock.forward(Duration.ofSeconds(60).minus(SigningKeys.FRESH));
        NewSession after = someone(one);
        assertThat(one.keys().signing().id()).isNotEqualTo(first);
        assertThat(two.tokens().sessionOf(after.token())).isPresent();
        assertThat(two.tokens().sessionOf(before.token()))
                .as("the old key is there")
                .isPresent();
    }

    @Test
    void a_removed_key_opens_nothing_and_browsers_renew_unseen() throws IOException {
        TestNode node = nodes.node(clock, folder);
        NewSession session = someone(node);
        assertThat(node.tokens().sessionOf(session.token())).isPresent();
        keys("rotate");
        clock.forward(Duration.ofMinutes(1));
        assertThat(keys("retire")).as("too early").isEqualTo(1);
        assertThat(keys("retire", "--now")).isZero();
        clock.forward(SigningKeys.FRESH);
        assertThat(node.tokens().sessionOf(session.token())).isEmpty();
        NewSession renewed = node.renewals().renew(session.refreshToken()).orElseThrow();
        assertThat(node.tokens().sessionOf(renewed.token())).isPresent();
    }

    @Test
    void the_old_key_is_removed_when_its_tokens_are_out_of_date() throws IOException {
        keys("rotate");
        clock.forward(KeyRotation.BOTH_KEYS);
        assertThat(keys("retire")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Прибрано 1 старий ключ.", "1 old key removed.");
        assertThat(KeyRotation.BOTH_KEYS).isGreaterThan(config.accessToken().plus(SigningKeys.KNOWN_EVERYWHERE));
        assertThat(keys("list")).isZero();
        assertThat(keys("nonsense")).isEqualTo(2);
    }

    @Test
    void keys_are_readable_by_their_owner_only() throws IOException {
        keys("rotate");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(2);
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void without_keys_nobody_gets_a_token_and_none_is_taken() throws IOException {
        TestNode node = nodes.node(clock, folder);
        NewSession session = someone(node);
        Path file = folder.resolve("session-signing-key.pem");
        String pem = Files.readString(file);
        for (String damaged : List.of("", "rubbish", pem.substring(0, 600), pem.replace('A', 'B'))) {
            Files.writeString(file, damaged);
            node.keys().forget();
            assertThatThrownBy(() -> node.tokens().sessionOf(session.token())).isInstanceOf(Problem.Busy.class);
            assertThatThrownBy(() -> node.renewals().renew(session.refreshToken()))
                    .isInstanceOf(Problem.Busy.class);
        }
        Files.delete(file);
        node.keys().forget();
        assertThatThrownBy(() -> node.tokens().sessionOf(session.token())).isInstanceOf(Problem.Busy.class);
        Files.writeString(file, pem);
        clock.forward(SigningKeys.FRESH);
        assertThat(node.tokens().sessionOf(session.token())).isPresent();
    }

    @Test
    void without_keys_the_product_answers_503_and_browsers_keep_their_cookies() throws IOException {
        TestBrowser browser = TestPeople.learner();
        Path keys = SigningKeys.folder(config);
        Path aside = keys.resolveSibling("keys-aside");
        Files.move(keys, aside);
        try {
            running.forget();
            assertThat(browser.get("/my").status()).isEqualTo(503);
            assertThat(browser.cookies()).containsKeys("__Host-stezhka", "__Host-stezhka-refresh");
            assertThat(new TestBrowser().get("/courses").status())
                    .as("strangers read on")
                    .isEqualTo(200);
            assertThat(new TestBrowser()
                            .sendJson(
                                    "POST",
                                    "/api/v1/accounts",
                                    Map.of("name", "Ія " + TestPeople.suffix(), "password", TestPeople.PASSWORD))
                            .status())
                    .isEqualTo(503);
            assertThat(new TestBrowser().get("/.well-known/jwks.json").status()).isEqualTo(503);
        } finally {
            Files.move(aside, keys);
            running.forget();
        }
        assertThat(browser.get("/my").status()).isEqualTo(200);
    }
}
