package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Forged, changed and foreign tokens: every one is 401, none is an error of the server. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TokenTest {
    @Inject
    SigningKeys keys;

    private String session;
    private String person;

    @BeforeEach
    void someone_is_signed_in() {
        TestBrowser browser = TestPeople.learner();
        String[] parts = browser.cookies().get("__Host-stezhka").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        session = claims.replaceAll(".*\"jti\":\"([^\"]+)\".*", "$1");
        person = claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void a_right_token_is_taken() {
        accepted(claims().jws().header("typ", "at+jwt").sign(ours()));
    }

    @Test
    void a_token_of_another_key_is_refused() throws Exception {
        PrivateKey other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        refused(claims().jws().header("typ", "at+jwt").sign(other));
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        String header = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
        String body = encode("{\"iss\":\"stezhka\",\"aud\":\"stezhka\",\"sub\":\"" + person + "\",\"jti\":\"" + session
                + "\",\"exp\":" + Instant.now().plusSeconds(600).getEpochSecond() + "}");
        refused(header + '.' + body + '.');
    }

    @Test
    void the_public_key_is_not_taken_as_a_shared_secret() {
        SecretKeySpec secret = new SecretKeySpec(keys.pair().getPublic().getEncoded(), "HmacSHA256");
        refused(claims().jws()
                .header("typ", "at+jwt")
                .algorithm(SignatureAlgorithm.HS256)
                .sign(secret));
    }

    @Test
    void another_algorithm_of_the_same_key_is_refused() {
        refused(claims().jws()
                .header("typ", "at+jwt")
                .algorithm(SignatureAlgorithm.PS256)
                .sign(ours()));
    }

    @Test
    void a_token_of_another_type_is_refused() {
        refused(claims().jws().header("typ", "JWT").sign(ours()));
    }

    @Test
    void an_expired_token_is_refused() {
        refused(claims().expiresAt(Instant.now().minusSeconds(120))
                .jws()
                .header("typ", "at+jwt")
                .sign(ours()));
    }

    @Test
    void a_token_for_another_audience_or_issuer_is_refused() {
        refused(claims().audience("elsewhere").jws().header("typ", "at+jwt").sign(ours()));
        refused(claims().issuer("elsewhere").jws().header("typ", "at+jwt").sign(ours()));
    }

    @Test
    void a_key_named_by_the_token_is_not_fetched() {
        refused(claims().jws()
                .header("typ", "at+jwt")
                .header("jku", "http://127.0.0.1:9/keys")
                .keyId("../../etc/passwd")
                .sign(foreign()));
    }

    @Test
    void a_session_that_never_was_is_refused() {
        refused(Jwt.issuer("stezhka")
                .audience("stezhka")
                .subject(person)
                .claim("jti", UUID.randomUUID().toString())
                .expiresAt(Instant.now().plusSeconds(600))
                .jws()
                .header("typ", "at+jwt")
                .sign(ours()));
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
        assertThat(answer.page().select("main a[href=/sign-in]")).hasSize(1);
        assertThat(browser.get("/").status())
                .as("the next request is a stranger’s")
                .isEqualTo(200);
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer("stezhka")
                .audience("stezhka")
                .subject(person)
                .claim("jti", session)
                .expiresAt(Instant.now().plusSeconds(600));
    }

    private PrivateKey ours() {
        return keys.pair().getPrivate();
    }

    private static PrivateKey foreign() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void accepted(String token) {
        assertThat(new TestBrowser()
                        .header("Authorization", "Bearer " + token)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
        assertThat(new TestBrowser()
                        .cookie("__Host-stezhka", token)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
    }

    private static void refused(String token) {
        assertThat(new TestBrowser()
                        .header("Authorization", "Bearer " + token)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(new TestBrowser()
                        .cookie("__Host-stezhka", token)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(new TestBrowser().cookie("__Host-stezhka", token).get("/").status())
                .isEqualTo(401);
    }
}
