package ua.stezhka.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.UUID;

/** The key that signs; only one at a time. */
class Keys implements JWKSource<SecurityContext> {
    private volatile RSAKey key = fresh();

    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext context) {
        return wanted.select(new JWKSet(key));
    }

    /** @return the name of the new key */
    String rotate() {
        key = fresh();
        return key.getKeyID();
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
