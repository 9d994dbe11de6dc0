package ua.stezhka.account;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * A key pair that signs access tokens.
 *
 * @param id    what a token's header calls it: the thumbprint of the public key (RFC 7638), which tells nothing else
 * @param since when it was made
 */
record SigningKey(String id, RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant since) {
    static SigningKey of(RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant since) {
        return new SigningKey(
                new RsaJsonWebKey(publicKey).calculateBase64urlEncodedThumbprint("SHA-256"),
                publicKey,
                privateKey,
                since);
    }
}
