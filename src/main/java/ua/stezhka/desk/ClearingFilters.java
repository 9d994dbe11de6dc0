package ua.stezhka.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import ua.stezhka.account.SessionDoubts;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SharedSessions;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Frame;

/** Sees to it that nothing of one person stays on a shared computer for the next. */
class ClearingFilters {
    private static final int AFTER_ALL_COOKIES_ARE_SET = 1000;

    private final SharedBrowser browser;
    private final SharedTraces traces;
    private final SharedSessions sessions;
    private final Visitor visitor;
    private final Frame frame;

    ClearingFilters(SharedBrowser browser, SharedTraces traces, SharedSessions sessions, Visitor visitor, Frame frame) {
        this.browser = browser;
        this.traces = traces;
        this.sessions = sessions;
        this.visitor = visitor;
        this.frame = frame;
    }

    @ServerResponseFilter(priority = AFTER_ALL_COOKIES_ARE_SET)
    public void leaveNoTrace(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<SessionPerson> person = visitor.sessionPerson();
        if (browser.computer().isPresent()) {
            forThisTimeOnly(response);
        }
        if (browser.cleared() || leftBehind(request)) {
            traces.clear(request, response, frame.getComfort().languageOnly());
        } else if (browser.computer().isPresent()) {
            person.ifPresent(known ->
                    keepShort(request, response, known, browser.computer().get()));
        }
        browser.newMark().ifPresent(secret -> add(response, traces.mark(secret)));
        if (browser.unmarked()) {
            add(response, traces.without(traces.markCookie()));
            add(response, traces.without(traces.cleanCookie()));
        }
    }

    /** Also of a request that was refused because its session had ended. */
    private boolean leftBehind(ContainerRequestContext request) {
        return browser.computer().isPresent()
                && !ofLifeline(request)
                && visitor.sessionPerson().isEmpty()
                && Cookies.value(request, traces.cleanCookie()) == null;
    }

    private void keepShort(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SessionPerson person,
            SharedComputer computer) {
        if (!request.getUriInfo().getPath().equals(ClearingPages.PRESENCE) && !ofLifeline(request)) {
            sessions.used(person.sessionId(), computer.id());
        }
        if (Cookies.value(request, traces.cleanCookie()) != null) {
            add(response, traces.without(traces.cleanCookie()));
        }
    }

    /** There nobody does anything, and who asks is known by the page alone. */
    private static boolean ofLifeline(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(SessionDoubts.LIFELINES);
    }

    /** No cookie outlives the browser, whatever part of the product sets it. */
    private void forThisTimeOnly(ContainerResponseContext response) {
        List<Object> cookies = response.getHeaders().get(HttpHeaders.SET_COOKIE);
        if (cookies != null) {
            cookies.replaceAll(each -> each instanceof NewCookie cookie ? traces.forThisTimeOnly(cookie) : each);
        }
    }

    private static void add(ContainerResponseContext response, NewCookie cookie) {
        response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
    }
}
