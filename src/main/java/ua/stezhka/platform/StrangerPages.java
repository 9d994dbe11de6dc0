package ua.stezhka.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Pages as somebody unknown saw them within the last second. When a whole town opens one address at once, after the evening news or from a
 * poster, it is answered from memory before anything else is asked. Whoever is known, guests too, is never answered so.
 */
@ApplicationScoped
class StrangerPages {
    private static final int LAST = 500;
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 8_000_000;
    private static final String ONLY_COMFORT = Comfort.COOKIE + '=';

    private final Frame frame;
    private final Clock clock;
    final Cache<Key, Seen> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Seen seen) -> seen.html.length)
            .build();

    StrangerPages(Frame frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
    }

    record Key(Comfort comfort, String path) {}

    /** A page as it was sent. */
    static final class Seen {
        private final byte[] html;
        private final MediaType type;
        private final Instant at;

        Seen(byte[] html, MediaType type, Instant at) {
            this.html = html;
            this.type = type;
            this.at = at;
        }
    }

    /** What people see is other than before. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ContentChanged change) {
        pages.invalidateAll();
    }

    @ServerRequestFilter(preMatching = true, priority = 150)
    public @Nullable Response find(ContainerRequestContext request) {
        if (!stranger(request)) {
            return null;
        }
        Seen seen = pages.getIfPresent(key());
        if (seen == null || !clock.instant().isBefore(seen.at.plus(FRESH))) {
            return null;
        }
        return Response.ok(seen.html, seen.type).build();
    }

    /** After everybody else: what draws the page and what sets cookies has run by then. */
    @SameForStrangers
    @ServerResponseFilter(priority = LAST)
    public void keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 200
                && stranger(request)
                && !frame.isKnown()
                && !response.getHeaders().containsKey(HttpHeaders.SET_COOKIE)) {
            byte[] html = bytes(response.getEntity());
            if (html != null) {
                pages.put(key(), new Seen(html, response.getMediaType(), clock.instant()));
            }
        }
    }

    private static byte @Nullable [] bytes(@Nullable Object page) {
        return switch (page) {
            case byte[] utf8 -> utf8;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> null;
        };
    }

    private Key key() {
        return new Key(frame.getComfort(), frame.getPath());
    }

    /** Nobody known: a browser without a cookie, or with nothing but its comfort settings. */
    private static boolean stranger(ContainerRequestContext request) {
        List<String> cookies = Cookies.fields(request);
        return request.getMethod().equals("GET")
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && (cookies.isEmpty()
                        || cookies.size() == 1
                                && cookies.getFirst().startsWith(ONLY_COMFORT)
                                && cookies.getFirst().indexOf(';') < 0);
    }
}
