package ua.stezhka.certificate;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import ua.stezhka.platform.Languages;

/** Certificates as tests want them. */
final class CertificateFixtures {
    static final CertificateNumber NUMBER = CertificateNumber.next(new Random(7));

    private static final List<CertifiedCompetence> UK = List.of(
            new CertifiedCompetence(
                    "Безпека у цифровому середовищі", "Захист персональних даних та приватності", "базовий, A2"),
            new CertifiedCompetence(
                    "Безпека у цифровому середовищі", "Захист пристроїв і безпечне з’єднання", "базовий, A2"),
            new CertifiedCompetence(
                    "Безпека у цифровому середовищі", "Захист прав споживача від шахрайства", "базовий, A2"),
            new CertifiedCompetence(
                    "Інформаційна та медіаграмотність. Уміння працювати з даними", "Медіаграмотність", "базовий, A1"));
    private static final List<CertifiedCompetence> EN = List.of(
            new CertifiedCompetence(
                    "Safety in the digital environment", "Protecting personal data and privacy", "basic, A2"),
            new CertifiedCompetence("Safety in the digital environment", "Protecting devices", "basic, A2"),
            new CertifiedCompetence("Information and media literacy", "Media literacy", "basic, A1"));

    private CertificateFixtures() {}

    static CertificatePdf pdf() {
        return new CertificatePdf(Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(id -> Optional.of(new ClassPathTemplate("/templates/" + id)))
                .build());
    }

    static CertificateDocument ukrainian(String holder) {
        return document(Languages.UK, holder, "Безпека в інтернеті: шахраї не пройдуть", UK);
    }

    static CertificateDocument english(String holder) {
        return document(Languages.EN, holder, "Internet safety: scammers shall not pass", EN);
    }

    static CertificateDocument document(
            Locale language, String holder, String course, List<CertifiedCompetence> competences) {
        boolean uk = language.equals(Languages.UK);
        return new CertificateDocument(
                NUMBER,
                language,
                holder,
                course,
                competences,
                EvidenceGrade.SELF_PACED,
                8,
                Duration.ofMinutes(80),
                92,
                LocalDate.of(2026, 11, 23),
                uk ? "Хмельницька міська територіальна громада" : "Khmelnytskyi City Territorial Community",
                uk
                        ? "Програма розвитку цифрових компетентностей мешканців громади"
                        : "Programme for the digital competences of residents",
                URI.create("https://stezhka.khm.gov.ua/certificates/" + NUMBER));
    }

    private record ClassPathTemplate(String resource) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            try (var in = CertificateFixtures.class.getResourceAsStream(resource)) {
                return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
