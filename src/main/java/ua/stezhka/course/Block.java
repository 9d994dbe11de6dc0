package ua.stezhka.course;

import org.jspecify.annotations.Nullable;

/**
 * One part of a step in one language.
 *
 * @param kind    how it is shown
 * @param content safe HTML; of a picture its alternative text, which is plain
 * @param picture the name of the picture in its course; only of a picture
 */
public record Block(Kind kind, String content, @Nullable String picture) {
    /** How a part of a step is shown. */
    public enum Kind {
        TEXT,
        PICTURE,
        TRY,
        TIP,
        REMEMBER,
        CALM
    }

    public static Block picture(String name, String alt) {
        return new Block(Kind.PICTURE, alt, name);
    }

    public static Block html(Kind kind, String html) {
        return new Block(kind, html, null);
    }
}
