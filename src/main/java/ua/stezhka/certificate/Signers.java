package ua.stezhka.certificate;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AccountConfig;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Setting;
import ua.stezhka.platform.StartRefused;

/**
 * Who signs certificates now, and the certificates of all who ever did: those stand in the database, so that a file stays what it is when
 * the key was changed.
 */
@Singleton
class Signers {
    private static final Logger LOG = Logger.getLogger(Signers.class);

    /** After the community's card is read, before anything is printed. */
    private static final int WHEN = 1600;

    private final AccountConfig keys;
    private final CertificateConfig config;
    private final CurrentCommunity community;
    private final Jdbi jdbi;
    private final Clock clock;
    private volatile @Nullable Signer own;
    private volatile Optional<Signer> given = Optional.empty();

    Signers(AccountConfig keys, CertificateConfig config, CurrentCommunity community, Jdbi jdbi, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.community = community;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void prepare(@Observes @Priority(WHEN) StartupEvent start) {
        Path folder =
                Path.of(keys.keysFolder().orElse(Setting.of("stezhka.data").orElse("data") + "/keys"));
        Signer made = own(folder, community.get().issuer().in(Languages.UK), clock.instant());
        own = made;
        remember(made.certificates());
        given = config.signatureFile()
                .map(file -> given(
                        Path.of(file), config.signaturePassword().orElse("").toCharArray()));
        given.ifPresent(signer -> remember(signer.certificates()));
    }

    /** The signer that a trust provider gave, as long as its certificate is valid; else our own. */
    Signer current() {
        Instant now = clock.instant();
        given.filter(signer -> !signer.certificates().validAt(now))
                .ifPresent(signer -> LOG.warnf(
                        "the certificate in %s is valid until %s, so certificates are signed with our own key",
                        config.signatureFile().orElse(""), signer.certificates().until()));
        return given.filter(signer -> signer.certificates().validAt(now)).orElse(Objects.requireNonNull(own));
    }

    /** All who ever signed here. One statement. */
    List<SignerCertificates> known() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select certificates from certificate.signer order by known_at")
                        .mapTo(String.class)
                        .map(SignerCertificates::read)
                        .list());
    }

    /** From now on what these signed is ours. */
    void remember(SignerCertificates certificates) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into certificate.signer (fingerprint, certificates, known_at) values (:fingerprint, :pem, :now)
                        on conflict (fingerprint) do nothing""")
                .bind("fingerprint", certificates.fingerprint())
                .bind("pem", certificates.pem())
                .bind("now", clock.instant())
                .execute());
    }

    static Signer own(Path folder, String name, Instant now) {
        try {
            return SignerFiles.own(folder, name, now);
        } catch (IOException damaged) {
            throw StartRefused.because(
                    "start.signerDamaged", folder.resolve(SignerFiles.OWN), String.valueOf(damaged.getMessage()));
        }
    }

    static Signer given(Path file, char[] password) {
        try {
            return SignerFiles.pkcs12(file, password);
        } catch (IOException unusable) {
            throw StartRefused.because("start.signerUnusable", file, String.valueOf(unusable.getMessage()));
        }
    }
}
