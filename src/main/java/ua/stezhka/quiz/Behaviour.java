package ua.stezhka.quiz;

import java.util.Locale;

/** How a quiz behaves towards those who take it. */
public enum Behaviour {
    /** Check questions of a lesson: feedback at once, hints, as many tries as somebody likes. */
    PRACTICE,
    /** Feedback after submission; no limit of time or of attempts. */
    GRADED,
    /** Drawn by a blueprint; attempts may be limited in number, in how soon they follow each other, and in time. */
    CERTIFYING;

    /** The word in content files and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Behaviour of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
