package ua.stezhka.provider;

import java.io.IOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A provider of OpenID Connect, Spring Authorization Server, with its own pages for signing in and for consent. Each path is a
 * provider, such as {@code /city} and {@code /library}. Everybody has an account here, with one password.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Provider {
    static final String PASSWORD = "the password of everybody";

    /** @param arguments the port */
    public static void main(String[] arguments) {
        SpringApplication provider = new SpringApplication(Provider.class);
        provider.setDefaultProperties(Map.of(
                "server.port", arguments[0],
                "server.address", "127.0.0.1",
                "server.servlet.session.cookie.name", "provider",
                "spring.main.banner-mode", "off"));
        Thread.ofPlatform().daemon().start(Provider::endWithTheTests);
        provider.run(arguments);
    }

    /** Whoever started this holds the other end of the standard input, until they stop or are killed. */
    private static void endWithTheTests() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException gone) {
            // the same as the end
        }
        Runtime.getRuntime().halt(0);
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                                each -> each.providerConfigurationCustomizer(document ->
                                        document.claim("authorization_response_iss_parameter_supported", true))))
                        .authorizationEndpoint(each -> each.authenticationProviders(Clients::atAnyPort)))
                .authorizeHttpRequests(each -> each.requestMatchers("/desk/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(each -> each.ignoringRequestMatchers("/desk/**"))
                .formLogin(Customizer.withDefaults())
                .addFilterBefore(new Names(), SecurityContextHolderFilter.class)
                .addFilterAfter(new AskAgain(), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .multipleIssuersAllowed(true)
                .build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(Clients.all());
    }

    @Bean
    UserDetailsService people() {
        return name -> {
            if (name.startsWith("nobody")) {
                throw new UsernameNotFoundException(name);
            }
            return User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("PERSON")
                    .build();
        };
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whoItIs() {
        return token -> token.getClaims()
                .claim("name", "Оксана Мережна")
                .claim("email", "taken@example.com")
                .claim("email_verified", true);
    }

    @Bean
    Keys keys() {
        return new Keys();
    }

    /** What the tests may ask of those who run the provider. */
    @RestController
    static class Desk {
        private final Keys keys;

        Desk(Keys keys) {
            this.keys = keys;
        }

        /** From now on there is another key, and the one before is gone. */
        @PostMapping("/desk/rotation")
        String rotate() {
            return keys.rotate();
        }
    }
}
