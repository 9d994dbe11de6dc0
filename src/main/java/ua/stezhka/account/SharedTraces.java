package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import ua.stezhka.platform.Comfort;

/** The cookies of a shared computer, and the order to forget everything else. */
@Singleton
class SharedTraces {
    private static final int YEARS = 2 * 365 * 24 * 3600;
    private static final String FORGET = "Clear-Site-Data";

    private final boolean secure;

    SharedTraces(AccountConfig config) {
        this.secure = config.secureCookies();
    }

    /** The one cookie that stays for years: the mark, and nothing of any person. */
    String markCookie() {
        return secure ? "__Host-stezhka-shared" : "stezhka-shared";
    }

    /** The sign that nobody has been here since all was cleared; it goes with the browser or with the next session. */
    String cleanCookie() {
        return secure ? "__Host-stezhka-clean" : "stezhka-clean";
    }

    NewCookie mark(String secret) {
        return cookie(markCookie(), secret, YEARS);
    }

    NewCookie without(String name) {
        return cookie(name, "", 0);
    }

    /** The same cookie for as long as the browser runs; one that is taken away stays so. */
    NewCookie forThisTimeOnly(NewCookie cookie) {
        if (cookie.getMaxAge() <= 0 || cookie.getName().equals(markCookie())) {
            return cookie;
        }
        return new NewCookie.Builder(cookie.getName())
                .value(cookie.getValue())
                .path(cookie.getPath())
                .secure(cookie.isSecure())
                .httpOnly(cookie.isHttpOnly())
                .sameSite(cookie.getSameSite())
                .build();
    }

    /**
     * Has the browser forget all but the mark and the language. Cookies are taken away one by one: the order to forget «cookies»
     * takes those away that come with the same answer, and with them the mark.
     */
    void clear(ContainerRequestContext request, ContainerResponseContext response, Comfort comfort) {
        var headers = response.getHeaders();
        headers.remove(HttpHeaders.SET_COOKIE);
        request.getCookies().keySet().stream()
                .filter(name -> !name.equals(markCookie()))
                .forEach(name -> headers.add(HttpHeaders.SET_COOKIE, without(name)));
        headers.add(HttpHeaders.SET_COOKIE, forThisTimeOnly(comfort.cookie()));
        headers.add(HttpHeaders.SET_COOKIE, cookie(cleanCookie(), "yes", NewCookie.DEFAULT_MAX_AGE));
        headers.putSingle(FORGET, "\"cache\", \"storage\"");
    }

    private NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
