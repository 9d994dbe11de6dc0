package ua.stezhka.provider;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/** Who may ask for people here. */
final class Clients {
    private static final String SECRET = "a secret of the tests, long enough";
    private static final List<String> SERVICES = List.of("real", "second", "mistaken", "open");

    private Clients() {}

    /** The product by a secret or with PKCE alone, and a stranger. */
    static RegisteredClient[] all() {
        return new RegisteredClient[] {
            client("stezhka", ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
            client("another", ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
            client("public", ClientAuthenticationMethod.NONE)
        };
    }

    private static RegisteredClient client(String name, ClientAuthenticationMethod way) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(name)
                .clientSecret(way == ClientAuthenticationMethod.NONE ? null : "{noop}" + SECRET + " of " + name)
                .clientAuthenticationMethod(way)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(each -> SERVICES.forEach(
                        service -> each.add("http://127.0.0.1/sign-in/openid/" + service + "/callback")))
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .build();
    }

    /** The tests run at any free port of this machine; the rest of the address must be a registered one. */
    static void atAnyPort(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider each : providers) {
            if (each instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                codes.setAuthenticationValidator(
                        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.andThen(
                                Clients::checkAddress));
            }
        }
    }

    private static void checkAddress(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        URI address = URI.create(String.valueOf(asked.getRedirectUri()));
        boolean known = "localhost".equals(address.getHost())
                && context.getRegisteredClient().getRedirectUris().contains("http://127.0.0.1" + address.getPath());
        if (!known) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri", null), null);
        }
    }
}
