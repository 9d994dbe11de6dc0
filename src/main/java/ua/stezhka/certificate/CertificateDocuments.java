package ua.stezhka.certificate;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ua.stezhka.course.Revision;
import ua.stezhka.framework.Area;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.PlatformConfig;

/** Gathers what a printed certificate says. */
@Singleton
class CertificateDocuments {
    private final Frameworks frameworks;
    private final CurrentCommunity community;
    private final PlatformConfig config;

    CertificateDocuments(Frameworks frameworks, CurrentCommunity community, PlatformConfig config) {
        this.frameworks = frameworks;
        this.community = community;
        this.config = config;
    }

    /**
     * The certificate in words.
     *
     * @param site the address of this site, for the check
     */
    CertificateDocument of(Certificate certificate, Locale locale, URI site) {
        Revision revision = certificate.revision();
        Community issuer = community.get();
        return new CertificateDocument(
                certificate.number(),
                locale,
                certificate.holderName(),
                revision.title().in(locale),
                competences(revision, locale),
                EvidenceGrade.SELF_PACED,
                revision.lessons().size(),
                Duration.ofMinutes(revision.minutes()),
                certificate.quizPercent(),
                certificate.issuedAt().atZone(config.zone()).toLocalDate(),
                issuer.issuer().in(locale),
                issuer.programme().in(locale),
                address(certificate.number(), site));
    }

    /** The address of the public check of a certificate. */
    URI address(CertificateNumber number, URI site) {
        return URI.create(
                config.origin().orElse(site.getScheme() + "://" + site.getAuthority()) + "/certificates/" + number);
    }

    /** What the course teaches, the competences of an area one after another. */
    List<CertifiedCompetence> competences(Revision revision, Locale locale) {
        Framework framework = frameworks.framework(revision.framework());
        return revision.competences().stream()
                .sorted(Comparator.comparing(target ->
                        framework.areaOf(target.competence()).map(Area::number).orElse("")))
                .map(target -> new CertifiedCompetence(
                        framework
                                .areaOf(target.competence())
                                .map(area -> area.name().in(locale))
                                .orElse(""),
                        framework
                                .competence(target.competence())
                                .map(competence -> competence.name().in(locale))
                                .orElse(target.competence()),
                        framework
                                .level(target.level())
                                .map(level -> level.name().in(locale))
                                .orElse(target.level())))
                .toList();
    }
}
