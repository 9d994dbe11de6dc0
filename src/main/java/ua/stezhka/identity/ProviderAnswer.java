package ua.stezhka.identity;

import org.jspecify.annotations.Nullable;

/**
 * What the browser brings back from a service.
 *
 * @param code   lets us ask whom the service vouches for, once
 * @param issuer whose answer it is, when the service says so. Source: RFC 9207
 */
record ProviderAnswer(String code, @Nullable String issuer) {}
