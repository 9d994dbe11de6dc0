package ua.stezhka.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A service that does not keep to the rules of OpenID Connect lets nobody in. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(VouchingServices.class)
class CheatingServiceTest {
    @Inject
    IdentityConfig config;

    private String address;
    private RsaJsonWebKey key;

    @BeforeEach
    void the_service_is_a_good_one_at_first() throws JoseException {
        address = config.openid().get("cheat").issuer().toString();
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("key");
        describe(address, address);
        ScriptedServer.tell(address, "/keys", "200 {\"keys\":[" + key.toJson() + "]}");
    }

    private void describe(String issuer, String tokens) {
        ScriptedServer.tell(
                address,
                "/.well-known/openid-configuration",
                "200 {\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + address
                        + "/door\",\"token_endpoint\":\"" + tokens + "/token\",\"jwks_uri\":\"" + address + "/keys\"}");
    }

    /** How a token is signed. */
    interface Signing {
        void with(JsonWebSignature token) throws JoseException;
    }

    private void byTheKey(JsonWebSignature token) {
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue("key");
        token.setKey(key.getPrivateKey());
    }

    private TestBrowser.Answer comeIn(Consumer<JwtClaims> changed, Signing signing) throws JoseException {
        return comeIn(new TestBrowser(), changed, signing);
    }

    private TestBrowser.Answer comeIn(TestBrowser browser, Consumer<JwtClaims> changed, Signing signing)
            throws JoseException {
        String door = browser.get("/sign-in/openid/cheat").header("Location");
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address);
        claims.setAudience(VouchingServices.CLIENT);
        claims.setSubject("somebody");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("nonce", parameter(door, "nonce"));
        changed.accept(claims);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setPayload(claims.toJson());
        signing.with(token);
        ScriptedServer.tell(address, "/token", "200 {\"id_token\":\"" + token.getCompactSerialization() + "\"}");
        return browser.get("/sign-in/openid/cheat/callback?code=x&state=" + parameter(door, "state"));
    }

    private static String parameter(String address, String name) {
        return address.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private void assertRefused(Consumer<JwtClaims> changed) throws JoseException {
        assertThat(comeIn(changed, this::byTheKey).status()).isEqualTo(422);
    }

    @Test
    void a_token_by_the_rules_is_taken() throws JoseException {
        assertThat(comeIn(claims -> {}, this::byTheKey).location()).isEqualTo("/sign-in/arrival");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "exp", "iat", "nonce"})
    void a_token_that_lacks_what_must_be_there_is_refused(String claim) throws JoseException {
        assertRefused(claims -> claims.unsetClaim(claim));
    }

    @Test
    void a_token_for_something_else_is_refused() throws JoseException {
        assertRefused(claims -> claims.setIssuer("https://example.org"));
        assertRefused(claims -> claims.setAudience("another"));
        assertRefused(claims -> claims.setAudience(List.of(VouchingServices.CLIENT, "another")));
        assertRefused(claims -> claims.setStringClaim("azp", "another"));
        assertRefused(claims -> claims.setStringClaim("nonce", "of another sign-in"));
    }

    @Test
    void a_token_of_another_time_is_refused() throws JoseException {
        assertRefused(claims -> claims.setExpirationTimeMinutesInTheFuture(-2));
        assertRefused(claims -> claims.setNotBeforeMinutesInThePast(-5));
        assertRefused(claims -> {
            claims.setIssuedAt(ago(3600));
        });
    }

    @Test
    void on_a_shared_computer_nobody_comes_in_whom_the_service_only_remembered() throws JoseException {
        Consumer<JwtClaims> remembered = claims -> claims.setClaim("auth_time", ago(30).getValue());
        TestBrowser shared = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));
        shared.post("/shared-computer/mark");
        shared.post("/sign-out");
        assertThat(comeIn(shared, remembered, this::byTheKey).status()).isEqualTo(422);
        Consumer<JwtClaims> asked = claims -> claims.setClaim("auth_time", ago(0).getValue());
        assertThat(comeIn(shared, asked, this::byTheKey).location()).isEqualTo("/sign-in/arrival");
        assertThat(comeIn(remembered, this::byTheKey).location()).isEqualTo("/sign-in/arrival");
    }

    private static NumericDate ago(long seconds) {
        NumericDate time = NumericDate.now();
        time.addSeconds(-seconds);
        return time;
    }

    @Test
    void a_service_that_breaks_down_on_the_way_lets_nobody_in_and_says_when_to_come_again() throws JoseException {
        TestBrowser browser = new TestBrowser();
        String door = browser.get("/sign-in/openid/cheat?next=/courses").header("Location");
        ScriptedServer.tell(address, "/token", "503 {}");
        var answer = browser.get("/sign-in/openid/cheat/callback?code=x&state=" + parameter(door, "state"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.page()
                        .select("form[action='/sign-in'] input[name=next]")
                        .val())
                .isEqualTo("/courses");
        assertThat(browser.get("/sign-in/arrival").status()).isEqualTo(404);
    }

    @Test
    void a_token_signed_otherwise_is_refused() throws JoseException {
        RsaJsonWebKey another = RsaJwkGenerator.generateJwk(2048);
        List<Signing> ways = List.of(
                token -> token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE),
                token -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    token.setKey(new HmacKey(VouchingServices.SECRET.getBytes(StandardCharsets.UTF_8)));
                },
                token -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    token.setKeyIdHeaderValue("key");
                    token.setKey(new HmacKey(key.getPublicKey().getEncoded()));
                },
                token -> {
                    byTheKey(token);
                    token.setKey(another.getPrivateKey());
                },
                token -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
                    token.setKey(another.getPrivateKey());
                    token.setJwkHeader(another);
                },
                token -> {
                    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA512);
                    token.setKey(key.getPrivateKey());
                    token.setKeyIdHeaderValue("key");
                });
        for (Signing way : ways) {
            assertThat(comeIn(claims -> {}, way).status()).isEqualTo(422);
        }
    }

    @Test
    void only_the_configured_service_is_asked_and_no_redirect_is_followed() throws JoseException {
        try (ScriptedServer elsewhere = new ScriptedServer()) {
            ScriptedServer.tell(elsewhere.address(), "/token", "200 {\"id_token\":\"x\"}");
            describe(address, elsewhere.address());
            assertRefused(claims -> {});
            describe(address, address);
            ScriptedServer.tell(address, "/keys", "302 " + elsewhere.address() + "/keys");
            ScriptedServer.tell(elsewhere.address(), "/keys", "200 {\"keys\":[" + key.toJson() + "]}");
            assertRefused(claims -> {});
        }
    }

    @Test
    void a_service_by_another_name_or_without_sense_is_not_gone_to() {
        describe("https://example.org", address);
        assertThat(new TestBrowser().get("/sign-in/openid/cheat").status()).isEqualTo(422);
        ScriptedServer.tell(address, "/.well-known/openid-configuration", "200 <html>");
        assertThat(new TestBrowser().get("/sign-in/openid/cheat").status()).isEqualTo(422);
        ScriptedServer.tell(address, "/.well-known/openid-configuration", "200 \"" + "x".repeat(300_000) + '"');
        assertThat(new TestBrowser().get("/sign-in/openid/cheat").status()).isEqualTo(422);
    }
}
