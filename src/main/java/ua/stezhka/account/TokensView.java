package ua.stezhka.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * What the page of personal tokens shows.
 *
 * @param form    the name of this form, so that a second press makes no second token
 * @param name    what was typed as the name
 * @param scopes  the scopes to choose from
 * @param days    how long a token may last
 * @param made    the secret of the token just made; it is never shown again
 * @param revoked whether a token has just been taken back
 */
public record TokensView(
        List<Row> rows,
        UUID form,
        String name,
        List<Choice> scopes,
        List<Choice> days,
        @Nullable String made,
        boolean revoked,
        Faults faults) {
    /**
     * One token.
     *
     * @param scopes what it opens, in words
     * @param used   when it was last used, or empty
     */
    public record Row(UUID id, String name, List<String> scopes, String until, String used) {}

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}
}
