package ua.stezhka.identity;

import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The configured services that vouch for people; none by default. A wrong setting stops the start. */
@Startup
@Singleton
@Named("identityProviders")
public class IdentityProviders {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final Map<String, IdentityProvider> services = new TreeMap<>();

    IdentityProviders(IdentityConfig config, Clock clock) {
        config.openid().forEach((name, settings) -> services.put(name, service(name, settings, clock)));
    }

    /**
     * One button of the sign-in page.
     *
     * @param name  stands in addresses
     * @param label stands on the button
     */
    public record Button(String name, String label) {}

    public List<Button> getButtons() {
        return buttonsWithout(List.of());
    }

    /** The services that are not among these. */
    List<Button> buttonsWithout(Collection<String> issuers) {
        return services.entrySet().stream()
                .filter(each -> !issuers.contains(each.getValue().issuer()))
                .map(each -> new Button(each.getKey(), each.getValue().label()))
                .toList();
    }

    List<String> issuers() {
        return services.values().stream()
                .map(IdentityProvider::issuer)
                .distinct()
                .toList();
    }

    /** What stands on the button of the service with this issuer. */
    Optional<String> label(String issuer) {
        return services.values().stream()
                .filter(each -> each.issuer().equals(issuer))
                .map(IdentityProvider::label)
                .findFirst();
    }

    Optional<IdentityProvider> find(String name) {
        return Optional.ofNullable(services.get(name));
    }

    private static IdentityProvider service(String name, ProviderConfig settings, Clock clock) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("a service that vouches for people is named by a-z, 0-9 and -: " + name);
        }
        ProviderLine line = new ProviderLine(settings.issuer(), settings.hosts().orElse(List.of()));
        return switch (settings.dialect()) {
            case "openid" -> new OpenIdProvider(settings, line, clock);
            case "id-gov-ua" -> new IdGovUaProvider(settings, line);
            default -> throw new IllegalStateException("no such dialect: " + settings.dialect());
        };
    }
}
