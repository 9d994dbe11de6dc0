package ua.stezhka.factor;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import ua.stezhka.platform.PlatformConfig;

/** Under which address browsers know this Stezhka: the configured one, or else that of the request. */
@Singleton
class OwnOrigin {
    private final PlatformConfig config;
    private final UriInfo uri;
    private final HttpHeaders headers;

    OwnOrigin(PlatformConfig config, UriInfo uri, HttpHeaders headers) {
        this.config = config;
        this.uri = uri;
        this.headers = headers;
    }

    /** Such as {@code https://stezhka.example}. */
    String origin() {
        return config.origin()
                .orElseGet(() -> uri.getBaseUri().getScheme() + "://" + headers.getHeaderString(HttpHeaders.HOST));
    }

    /** The name of the host, to which passkeys are bound. */
    String host() {
        return String.valueOf(URI.create(origin()).getHost());
    }
}
