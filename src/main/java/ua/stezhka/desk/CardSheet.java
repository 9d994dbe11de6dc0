package ua.stezhka.desk;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.Texts;

/**
 * All that a printed access card says.
 *
 * @param code      the code in groups
 * @param name      what the person is called
 * @param pin       the PIN in groups, for the strip to be torn off; null for a card without a strip
 * @param address   where the QR code leads: it brings the code, never the PIN
 * @param community whom to call
 */
public record CardSheet(
        String code,
        String name,
        @Nullable String pin,
        URI address,
        Community community,
        LocalDate madeOn,
        String expiresOn,
        Locale language) {
    private static final int LONG_NAME = 34;

    public String title() {
        return Texts.get(language, "account.cardTitle");
    }

    public String subject() {
        return Texts.get(language, "account.cardSubject");
    }

    /** Whether the name needs smaller letters. */
    public boolean longName() {
        return name.length() > LONG_NAME;
    }

    /** Where the code is typed, as people write it. */
    public String place() {
        return address.getAuthority() + "/card";
    }

    public String helpedBy() {
        return community.name().in(language);
    }

    public String hours() {
        return community.hours().in(language);
    }
}
