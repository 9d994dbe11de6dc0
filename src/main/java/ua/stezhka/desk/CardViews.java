package ua.stezhka.desk;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;

/** Puts what a card says into words. */
@Singleton
class CardViews {
    private final CurrentCommunity community;
    private final PlatformConfig config;
    private final Clock clock;

    CardViews(CurrentCommunity community, PlatformConfig config, Clock clock) {
        this.community = community;
        this.config = config;
        this.clock = clock;
    }

    CardView view(Card card, @Nullable String pin, Locale locale) {
        return new CardView(
                card.id().toString(),
                card.code().toString(),
                Dates.longDate(card.expiresAt(), config.zone(), locale),
                !card.expiresAt().isAfter(clock.instant()),
                card.needsNewPin(),
                pin == null ? null : CardView.grouped(pin));
    }

    /** @param site the address of this site, for the QR code */
    CardSheet sheet(Card card, String name, @Nullable String pin, URI site, Locale locale) {
        String origin = config.origin().orElse(site.getScheme() + "://" + site.getAuthority());
        return new CardSheet(
                card.code().toString(),
                name,
                pin == null ? null : CardView.grouped(pin),
                URI.create(origin + "/card/" + card.code()),
                community.get(),
                card.madeAt().atZone(config.zone()).toLocalDate(),
                Dates.longDate(card.expiresAt(), config.zone(), locale),
                locale);
    }
}
