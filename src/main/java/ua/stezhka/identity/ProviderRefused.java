package ua.stezhka.identity;

/** A service vouches for nobody, cannot be reached, or does not keep to the rules; the reason is for the log, never for the page. */
final class ProviderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the page says of it. */
    enum Kind {
        /** It went wrong, and nobody here can tell more. */
        REFUSED(422, "account.service_refused"),
        /** The service does not answer now. */
        AWAY(503, "account.service_away"),
        /** The person has changed their mind there. */
        CANCELLED(422, "account.service_cancelled");

        final int status;
        final String code;

        Kind(int status, String code) {
            this.status = status;
            this.code = code;
        }
    }

    private final Kind kind;

    ProviderRefused(String reason) {
        super(reason);
        kind = Kind.REFUSED;
    }

    ProviderRefused(String reason, Throwable cause) {
        super(reason, cause);
        kind = Kind.REFUSED;
    }

    ProviderRefused(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
