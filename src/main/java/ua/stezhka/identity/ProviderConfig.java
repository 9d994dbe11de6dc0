package ua.stezhka.identity;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Settings of one service that vouches for people. */
interface ProviderConfig {
    /** How it speaks: {@code openid} (OpenID Connect) or {@code id-gov-ua} (the dialect of id.gov.ua). */
    @WithDefault("openid")
    String dialect();

    /** The address of the service, {@code https://…}: with it begins all that is asked of it. */
    URI issuer();

    /** Other hosts that the service names as its own, such as one for tokens. */
    Optional<List<String>> hosts();

    /** The name by which it knows this Stezhka. */
    String clientId();

    /** The secret by which it knows this Stezhka; without it the proof of each sign-in (PKCE) must do. */
    Optional<String> clientSecret();

    /** What stands on the button. */
    String label();

    /** id.gov.ua only: what it is to ask for, {@code dig_sign} or {@code bank_id}, in the words of its specification. */
    @WithDefault("dig_sign,bank_id")
    String authType();

    /** id.gov.ua only: the secret under which tax numbers are hashed; at least 32 characters, never changed. */
    Optional<String> matchKey();
}
