package ua.stezhka.account;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.platform.Comfort;
import ua.stezhka.platform.Frame;

/** Brings a person's comfort settings back when a session begins, in whatever way the person came in. */
class ComfortFilters {
    private static final Logger LOG = Logger.getLogger(ComfortFilters.class);

    private final Visitor visitor;
    private final Frame frame;
    private final KeptComforts comforts;

    ComfortFilters(Visitor visitor, Frame frame, KeptComforts comforts) {
        this.visitor = visitor;
        this.frame = frame;
        this.comforts = comforts;
    }

    /**
     * What is kept comes back; with nothing kept, what this browser shows is kept from now on. On a shared computer what
     * somebody has set up there before signing in stays for this time, and is not kept: another may have chosen it.
     */
    @ServerResponseFilter
    public void bringBack(ContainerResponseContext response) {
        if (visitor.newSession().isEmpty()) {
            return;
        }
        try {
            bringBack(visitor.requirePersonId(), response);
        } catch (JdbiException away) {
            // The deed is done, and its answer holds the new session: how pages look is not worth losing it.
            LOG.warn("the comfort settings were not brought back", away);
        }
    }

    private void bringBack(UUID person, ContainerResponseContext response) {
        Comfort here = frame.getComfort();
        boolean chosenForNow = frame.isShared() && !here.equals(here.languageOnly());
        Optional<Comfort> kept = comforts.of(person);
        if (kept.isPresent()) {
            if (!kept.get().equals(here) && !chosenForNow) {
                response.getHeaders().add(HttpHeaders.SET_COOKIE, kept.get().cookie());
            }
        } else if (!here.equals(Comfort.DEFAULT) && !frame.isShared()) {
            comforts.keep(person, here);
        }
    }
}
