package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.account.SignIns;
import ua.stezhka.platform.Demonstration;

/** Second factors of the invented people of a demonstration: everybody may know them, or nobody could look around as staff. */
@Singleton
public class DemonstrationFactors {
    private final Demonstration demonstration;
    private final CodeApps apps;
    private final RoleGrants grants;
    private final SignIns signIns;

    DemonstrationFactors(Demonstration demonstration, CodeApps apps, RoleGrants grants, SignIns signIns) {
        this.demonstration = demonstration;
        this.apps = apps;
        this.grants = grants;
        this.signIns = signIns;
    }

    /**
     * What to type into an application.
     *
     * @param key the secret in base32
     * @param uri the same as an address that applications and their QR readers understand
     */
    public record Key(String key, String uri) {}

    /**
     * The application of an invented person who looks after others, made at the first question; empty for all others.
     *
     * @throws IllegalStateException where this is no demonstration
     */
    @Transactional
    public Optional<Key> keyOf(UUID personId, String site) {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration tells secrets");
        }
        if (grants.of(personId).stream().noneMatch(grant -> grant.role().staff())) {
            return Optional.empty();
        }
        byte[] secret = apps.secret(personId).orElseGet(() -> make(personId));
        return Optional.of(new Key(Totp.base32(secret), Totp.uri(secret, site, signIns.signInName(personId))));
    }

    private byte[] make(UUID personId) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        apps.put(personId, secret, "");
        return secret;
    }
}
