package ua.stezhka.identity;

/** A service vouches for nobody, cannot be reached, or does not keep to the rules; the reason is for the log, never for the page. */
final class ProviderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderRefused(String reason) {
        super(reason);
    }

    ProviderRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
