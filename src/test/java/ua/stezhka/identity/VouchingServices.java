package ua.stezhka.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Services that vouch for people: two OpenID Connect providers in a process of their own (one of them in three ways), one that is down, one
 * that cheats, and id.gov.ua’s dialect.
 */
public class VouchingServices implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "stezhka";
    static final String SECRET = "a secret of the tests, long enough of " + CLIENT;

    /** Of everybody at the provider. */
    public static final String PASSWORD = "the password of everybody";

    private @Nullable ProviderProcess provider;
    private @Nullable ScriptedServer cheat;
    private @Nullable IdGovUaServer government;

    @Override
    public Map<String, String> start() {
        provider = new ProviderProcess();
        cheat = new ScriptedServer();
        government = new IdGovUaServer();
        Map<String, String> settings = new HashMap<>();
        service(settings, "real", provider.address() + "/city", CLIENT, SECRET);
        service(settings, "second", provider.address() + "/library", CLIENT, SECRET);
        service(settings, "mistaken", provider.address() + "/city", CLIENT, "a secret that nobody told the provider");
        service(settings, "open", provider.address() + "/city", "public", "");
        service(settings, "away", "http://localhost:" + ProviderProcess.freePort(), CLIENT, SECRET);
        service(settings, "cheat", cheat.address(), CLIENT, SECRET);
        service(settings, "gov", government.address(), IdGovUaServer.CLIENT, IdGovUaServer.SECRET);
        settings.put("stezhka.identity.openid.gov.dialect", "id-gov-ua");
        settings.put("stezhka.identity.openid.gov.match-key", "0123456789abcdef0123456789abcdef");
        return settings;
    }

    private static void service(
            Map<String, String> settings, String name, String issuer, String client, String secret) {
        String prefix = "stezhka.identity.openid." + name + '.';
        settings.put(prefix + "issuer", issuer);
        settings.put(prefix + "client-id", client);
        settings.put(prefix + "client-secret", secret);
        settings.put(prefix + "label", "сервіс «" + name + "»");
    }

    @Override
    public void inject(Object test) {
        if (provider != null) {
            provider.waitUntilItAnswers();
        }
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
        if (cheat != null) {
            cheat.close();
        }
        if (government != null) {
            government.close();
        }
    }
}
