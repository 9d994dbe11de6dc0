package ua.stezhka.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Settings of other services that vouch for people. */
@ConfigMapping(prefix = "stezhka.identity")
public interface IdentityConfig {
    /** Services that vouch for people, each under a short name that stands in addresses. */
    Map<String, ProviderConfig> openid();
}
