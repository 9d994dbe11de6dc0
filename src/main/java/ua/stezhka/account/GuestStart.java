package ua.stezhka.account;

/** How a request of somebody whom nobody knows may make a guest. */
sealed interface GuestStart {
    /** Programs without a key, and what the product does by itself: each call is another guest. */
    enum Unkeyed implements GuestStart {
        AT_ONCE,
        /** A browser that has no key yet, or one that is worth nothing: it gets one and comes again. */
        BRINGS_NO_KEY,
        /** A browser that was given a key and came without: it keeps no cookies, and would come again for ever. */
        KEEPS_NO_COOKIES
    }

    /** The same key is the same guest, for a few minutes. */
    record Keyed(String key, boolean browser) implements GuestStart {}
}
