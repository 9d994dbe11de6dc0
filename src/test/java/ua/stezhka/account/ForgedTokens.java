package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import ua.stezhka.platform.TestBrowser;

/** Makes tokens of somebody who is signed in, right ones and forged ones. */
class ForgedTokens {
    @Inject
    SigningKeys keys;

    SigningKey key;
    String session;
    String person;
    String token;
    String refreshToken;

    @BeforeEach
    void someone_is_signed_in() {
        TestBrowser browser = TestPeople.learner();
        key = keys.signing();
        token = browser.cookies().get("__Host-stezhka");
        refreshToken = browser.cookies().get("__Host-stezhka-refresh");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        session = claims.replaceAll(".*\"jti\":\"([^\"]+)\".*", "$1");
        person = claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
    }

    JwtClaimsBuilder claims() {
        Instant now = Instant.now();
        return Jwt.issuer("stezhka")
                .audience("stezhka")
                .subject(person)
                .claim("jti", session)
                .claim("nbf", now.getEpochSecond())
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600));
    }

    static JwtSignatureBuilder header(JwtClaimsBuilder claims) {
        return claims.jws().header("typ", "at+jwt");
    }

    String signed(JwtClaimsBuilder claims) {
        return header(claims).keyId(key.id()).sign(key.privateKey());
    }

    String signed(Map<String, Object> claims) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(JsonUtil.toJson(claims));
        signature.setAlgorithmHeaderValue("RS256");
        signature.setHeader("typ", "at+jwt");
        signature.setKeyIdHeaderValue(key.id());
        signature.setKey(key.privateKey());
        return signature.getCompactSerialization();
    }

    static PrivateKey foreign() {
        return pair().getPrivate();
    }

    static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(SigningKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.publicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static void accepted(String token) {
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

    static void refused(String token) {
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
