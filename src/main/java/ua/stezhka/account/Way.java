package ua.stezhka.account;

import java.util.Locale;

/** How somebody came in. */
public enum Way {
    /** Without an account. */
    GUEST,
    /** Name or e-mail, and password. */
    PASSWORD,
    /** A passkey: it is two factors in one. */
    PASSKEY,
    /** A printed access card and its PIN. */
    CARD,
    /** A link sent by e-mail, for one use. */
    LINK,
    /** Another service that vouches for the person. */
    OPENID,
    /** Somebody at a desk helps the person. */
    HELPED,
    /** A program of the person, by a personal token; it has no session. */
    PROGRAM;

    /** Whether the roles of the person hold: what is printed on paper or done by somebody or something else opens learning only. */
    boolean opensRoles() {
        return this != CARD && this != HELPED && this != GUEST && this != PROGRAM;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
