package ua.stezhka.platform;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place of this site to go to after a form. */
public final class LocalPath {
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~?&=%+-]*");

    private LocalPath() {}

    /** The path when it lies on this site, else the landing page: a form never leads people to another site. */
    public static URI of(@Nullable String next) {
        boolean local = next != null
                && next.length() < 500
                && LOCAL.matcher(next).matches()
                && !next.toLowerCase(java.util.Locale.ROOT).contains("%2f");
        return URI.create(local ? next : "/");
    }
}
