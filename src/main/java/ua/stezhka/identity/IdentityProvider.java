package ua.stezhka.identity;

import java.net.URI;

/** A service that vouches for people: each dialect is one implementation. */
interface IdentityProvider {
    /** What stands on its button. */
    String label();

    /** Where the browser is sent to. @throws ProviderRefused when the service cannot be asked */
    URI door(SignInTicket ticket, URI callback);

    /**
     * Whom the service vouches for.
     *
     * @param code what the browser brought back from it
     * @throws ProviderRefused when it vouches for nobody, or not by the rules
     */
    VouchedPerson redeem(SignInTicket ticket, URI callback, String code);
}
