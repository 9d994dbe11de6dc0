package ua.stezhka.identity;

import java.net.URI;

/** A service that vouches for people: each dialect is one implementation. */
interface IdentityProvider {
    /** What stands on its button. */
    String label();

    /** Its name in the identities that are kept. */
    String issuer();

    /** Where the browser is sent to. @throws ProviderRefused when the service cannot be asked */
    URI door(SignInTicket ticket, URI callback);

    /**
     * Whom the service vouches for.
     *
     * @throws ProviderRefused when it vouches for nobody, or not by the rules
     */
    VouchedPerson redeem(SignInTicket ticket, URI callback, ProviderAnswer answer);
}
