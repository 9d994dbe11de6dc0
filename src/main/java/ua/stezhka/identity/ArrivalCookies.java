package ua.stezhka.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import ua.stezhka.account.AccountConfig;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;

/** What a browser keeps, for some minutes, while somebody comes in by way of another service. */
@Singleton
class ArrivalCookies {
    private static final Duration TICKET_LASTS = Duration.ofMinutes(10);

    private final boolean secure;
    private final PlatformConfig platform;
    private final Frame frame;
    private final Clock clock;

    ArrivalCookies(AccountConfig config, PlatformConfig platform, Frame frame, Clock clock) {
        this.secure = config.secureCookies();
        this.platform = platform;
        this.frame = frame;
        this.clock = clock;
    }

    Frame frame() {
        return frame;
    }

    /** What a sign-in at the service begins with. On a computer of many people the service must not remember the one before. */
    SignInTicket newTicket(String service, String next) {
        return SignInTicket.of(service, frame.isShared() ? clock.instant() : null, next);
    }

    /** The address that is registered at the service. */
    URI callback(ContainerRequestContext request, String service) {
        URI base = request.getUriInfo().getBaseUri();
        String origin =
                platform.origin().orElseGet(() -> base.getScheme() + "://" + request.getHeaderString(HttpHeaders.HOST));
        return URI.create(origin + "/sign-in/openid/" + service + "/callback");
    }

    String ticketName() {
        return secure ? "__Host-stezhka-ticket" : "stezhka-ticket";
    }

    String arrivalName() {
        return secure ? "__Host-stezhka-arrival" : "stezhka-arrival";
    }

    NewCookie ticket(SignInTicket ticket) {
        return cookie(ticketName(), ticket.cookie(), TICKET_LASTS);
    }

    NewCookie noTicket() {
        return cookie(ticketName(), "", Duration.ZERO);
    }

    NewCookie arrival(String secret) {
        return cookie(arrivalName(), secret, VouchedIdentities.ARRIVAL_LASTS);
    }

    NewCookie noArrival() {
        return cookie(arrivalName(), "", Duration.ZERO);
    }

    private NewCookie cookie(String name, String value, Duration lasts) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) lasts.toSeconds())
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
