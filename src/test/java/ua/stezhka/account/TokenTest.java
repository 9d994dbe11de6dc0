package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Forged, changed and foreign tokens: every one is 401, none is an error of the server. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TokenTest extends ForgedTokens {
    @Test
    void a_right_token_is_taken() {
        accepted(signed(claims()));
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        String body = signed(claims()).split("\\.")[1];
        String none = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + key.id() + "\"}");
        refused(none + '.' + body + '.');
        refused(none + '.' + body);
        refused(none + '.' + body + '.' + signed(claims()).split("\\.")[2]);
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = signed(claims()).split("\\.");
        String[] other = signed(claims().subject(UUID.randomUUID().toString())).split("\\.");
        refused(parts[0] + '.' + other[1] + '.' + parts[2]);
        refused(parts[0] + '.' + parts[1] + '.');
    }

    @Test
    void a_token_of_another_type_is_refused() {
        for (String type : List.of("JWT", "id+jwt", "rt+jwt")) {
            refused(claims().jws().header("typ", type).keyId(key.id()).sign(key.privateKey()));
        }
        refused(claims().jws().keyId(key.id()).sign(key.privateKey()));
    }

    @Test
    void a_token_out_of_its_time_is_refused_and_clocks_may_differ_by_a_minute_at_most() {
        Instant now = Instant.now();
        refused(signed(claims().issuedAt(now.minusSeconds(600))
                .claim("nbf", now.minusSeconds(600).getEpochSecond())
                .expiresAt(now.minusSeconds(61))));
        refused(signed(claims().claim("nbf", now.plusSeconds(61).getEpochSecond())));
        refused(signed(claims().issuedAt(now.plusSeconds(61))));
        Instant before = now.minusSeconds(600);
        accepted(signed(
                claims().issuedAt(before).claim("nbf", before.getEpochSecond()).expiresAt(now.minusSeconds(10))));
    }

    @Test
    void every_claim_is_asked_for() throws Exception {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = Map.of(
                "iss", "stezhka", "aud", "stezhka", "sub", person, "jti", session, "iat", now, "nbf", now, "exp",
                now + 600);
        accepted(signed(all));
        for (String missing : all.keySet()) {
            Map<String, Object> others = new HashMap<>(all);
            others.remove(missing);
            refused(signed(others));
        }
    }

    @Test
    void a_token_for_another_audience_or_issuer_is_refused() {
        refused(signed(claims().audience("elsewhere")));
        refused(signed(claims().issuer("elsewhere")));
        refused(signed(claims().issuer("https://stezhka.example")));
    }

    @Test
    void a_session_that_never_was_is_refused() {
        refused(signed(claims().claim("jti", UUID.randomUUID().toString())));
        refused(signed(claims().claim("jti", "' or 1=1 --")));
    }

    @Test
    void a_refresh_token_is_no_access_token_and_the_other_way_round() {
        refused(refreshToken);
        assertThat(new TestBrowser()
                        .cookie("__Host-stezhka-refresh", token)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(new TestBrowser()
                        .sendJson("POST", "/api/v1/sessions/current/refresh", Map.of("refreshToken", token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rubbish_is_refused() {
        refused("rubbish");
        refused("a.b.c");
        refused("x".repeat(5000));
        assertThat(new TestBrowser()
                        .header("Authorization", "Basic eDp5")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_page_tells_it_kindly_and_forgets_the_cookie() {
        TestBrowser browser = new TestBrowser().cookie("__Host-stezhka", "rubbish");
        var answer = browser.get("/");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.page().select("main a[href^='/sign-in?next=']")).hasSize(1);
        assertThat(browser.get("/").status())
                .as("the next request is a stranger’s")
                .isEqualTo(200);
    }
}
