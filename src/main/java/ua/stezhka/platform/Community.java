package ua.stezhka.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The community that runs this Stezhka: whom people call, where a person helps, who issues certificates.
 *
 * @param name     the community's name
 * @param issuer   who issues certificates, in words
 * @param hotline  the telephone number that stands on every page
 * @param hours    when the number answers
 * @param places   where a person helps
 */
public record Community(
        LocalText name, LocalText programme, LocalText issuer, String hotline, LocalText hours, List<Place> places) {

    /** A place where a person helps; what is not known is left out and people are asked to call. */
    public record Place(
            String id,
            LocalText name,
            @Nullable LocalText address,
            @Nullable LocalText hours,
            LocalText help) {}

    /** The number for the middle of a sentence: it stays on one line. */
    public String hotlineTogether() {
        return hotline.replace(' ', '\u00a0');
    }

    /** The number as a telephone takes it. */
    public String hotlineLink() {
        return "tel:" + hotline.replaceAll("[^0-9+]", "");
    }
}
