package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Minors;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;

/** Puts consents into the words of a page. */
@Singleton
class ConsentViews {
    private final Consents consents;
    private final Minors minors;
    private final PlatformConfig config;
    private final Frame frame;

    ConsentViews(Consents consents, Minors minors, PlatformConfig config, Frame frame) {
        this.consents = consents;
        this.minors = minors;
        this.config = config;
        this.frame = frame;
    }

    ConsentsView of(UUID personId, boolean saved) {
        Map<Purpose, Consents.Said> said = consents.of(personId);
        List<ConsentsView.Row> rows = Arrays.stream(Purpose.values())
                .map(purpose -> row(purpose, said.get(purpose)))
                .toList();
        List<ConsentsView.Guardian> guardians = minors.consents(personId).stream()
                .map(consent -> new ConsentsView.Guardian(
                        consent.giver().equals("school"),
                        consent.name(),
                        Dates.longDate(consent.givenOn(), frame.locale())))
                .toList();
        return new ConsentsView(rows, minors.minor(personId), guardians, saved);
    }

    private ConsentsView.Row row(Purpose purpose, Consents.@Nullable Said said) {
        Locale locale = frame.locale();
        String name = "account.consent_" + purpose.key() + '_' + purpose.version();
        return new ConsentsView.Row(
                purpose.key(),
                purpose.version(),
                Texts.get(locale, name),
                Texts.get(locale, name + "_text"),
                said != null && said.counts(),
                said != null && said.outdated(),
                said == null ? "" : Dates.longDate(said.at(), config.zone(), locale));
    }
}
