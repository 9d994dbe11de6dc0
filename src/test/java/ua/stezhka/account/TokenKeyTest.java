package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A token chooses among our own keys by name and brings none; the algorithm is ours. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TokenKeyTest extends ForgedTokens {
    @Test
    void a_token_of_another_key_is_refused() {
        refused(header(claims()).keyId(key.id()).sign(foreign()));
    }

    @Test
    void the_public_key_is_not_taken_as_a_shared_secret() {
        for (byte[] known : List.of(key.publicKey().getEncoded(), pem(key).getBytes(StandardCharsets.US_ASCII))) {
            refused(header(claims())
                    .keyId(key.id())
                    .algorithm(SignatureAlgorithm.HS256)
                    .sign(new SecretKeySpec(known, "HmacSHA256")));
        }
    }

    @Test
    void another_algorithm_of_the_same_key_is_refused() {
        for (SignatureAlgorithm other : List.of(SignatureAlgorithm.PS256, SignatureAlgorithm.RS512)) {
            refused(header(claims()).keyId(key.id()).algorithm(other).sign(key.privateKey()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/passwd",
                "/dev/null",
                "data/keys/session-signing-key.pem",
                "' or '1'='1",
                "x'; select pg_sleep(5); --",
                "http://127.0.0.1:9/key",
                "${jndi:ldap://127.0.0.1:9/x}",
                "\n",
                ""
            })
    void a_name_of_a_key_is_a_name_of_ours_or_nothing(String keyId) {
        refused(header(claims()).keyId(keyId).sign(foreign()));
        refused(header(claims()).keyId(keyId).sign(key.privateKey()));
    }

    @Test
    void a_token_that_names_no_key_is_refused() {
        refused(header(claims()).sign(key.privateKey()));
    }

    @Test
    void a_key_that_a_token_brings_or_points_to_is_not_used_and_nobody_is_asked_for_it() throws Exception {
        KeyPair foreign = pair();
        RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) foreign.getPublic());
        jwk.setKeyId("theirs");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/keys";
            for (String name : List.of(key.id(), "theirs")) {
                refused(header(claims()).keyId(name).header("jku", address).sign(foreign.getPrivate()));
                refused(header(claims()).keyId(name).header("x5u", address).sign(foreign.getPrivate()));
                refused(header(claims())
                        .keyId(name)
                        .header("jwk", jwk.toParams(OutputControlLevel.PUBLIC_ONLY))
                        .sign(foreign.getPrivate()));
            }
            listener.setSoTimeout(1);
            assertThatThrownBy(listener::accept).as("nobody came").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void the_public_keys_are_published_and_nothing_of_the_private_ones() {
        var answer = new TestBrowser().get("/.well-known/jwks.json");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=30");
        var published = answer.json().get("keys");
        assertThat(published).hasSize(keys.all().size());
        assertThat(published.get(0).get("kid").asText())
                .isEqualTo(keys.all().getFirst().id());
        assertThat(published.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("alg", "e", "kid", "kty", "n", "use");
    }
}
