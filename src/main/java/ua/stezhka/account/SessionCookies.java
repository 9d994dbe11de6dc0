package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Cookies;

/** The two cookies of a session: for this host only, over HTTPS only, and no script reads them. Source: ASVS 5.0, 3.3. */
@Singleton
class SessionCookies {
    /** So long after its end a session is known to have been: it opens nothing, but a form that comes late is kept for its sender. */
    private static final Duration RECOGNISED_AFTERWARDS = Duration.ofDays(1);

    private final boolean secure;
    private final String token;
    private final String refreshToken;

    SessionCookies(AccountConfig config) {
        this.secure = config.secureCookies();
        this.token = secure ? "__Host-stezhka" : "stezhka";
        this.refreshToken = token + "-refresh";
    }

    @Nullable
    String token(ContainerRequestContext request) {
        return Cookies.value(request, token);
    }

    @Nullable
    String refreshToken(ContainerRequestContext request) {
        return Cookies.value(request, refreshToken);
    }

    void set(ContainerResponseContext response, NewSession session) {
        add(response, cookie(token, session.token(), session.tokenLasts()));
        add(
                response,
                cookie(refreshToken, session.refreshToken(), session.lasts().plus(RECOGNISED_AFTERWARDS)));
    }

    /** Has the browser forget the cookies that it sent. */
    void clear(ContainerRequestContext request, ContainerResponseContext response) {
        if (token(request) != null) {
            add(response, cookie(token, "", Duration.ZERO));
        }
        if (refreshToken(request) != null) {
            add(response, cookie(refreshToken, "", Duration.ZERO));
        }
    }

    private static void add(ContainerResponseContext response, NewCookie cookie) {
        response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
    }

    private NewCookie cookie(String name, String value, Duration lasts) {
        return Cookies.hidden(name, value, lasts, secure, NewCookie.SameSite.LAX);
    }
}
