package ua.stezhka.account;

/** A browser shall send its request once more with the key that comes with this answer; nothing has been done yet. */
final class GuestKeyNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuestKeyNeeded() {
        super("a browser without a key begins", null, false, false);
    }
}
