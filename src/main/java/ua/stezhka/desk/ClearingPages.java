package ua.stezhka.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import ua.stezhka.account.SessionDoubts;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.SharedSessions;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** How somebody leaves a shared computer: nothing stays for the next. */
@Path("/shared-computer")
@RunOnVirtualThread
public class ClearingPages {
    static final String PRESENCE = "/shared-computer/presence";

    private final Visitor visitor;
    private final SharedBrowser browser;
    private final Sessions sessions;
    private final SharedSessions shared;
    private final SessionDoubts doubts;

    ClearingPages(
            Visitor visitor, SharedBrowser browser, Sessions sessions, SharedSessions shared, SessionDoubts doubts) {
        this.visitor = visitor;
        this.browser = browser;
        this.sessions = sessions;
        this.shared = shared;
        this.doubts = doubts;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance clearing();
    }

    /** What a guest loses by leaving, and how to keep it. */
    @GET
    @Path("clearing")
    public Object ask() {
        return isGuest()
                ? Templates.clearing()
                : Response.seeOther(URI.create("/")).build();
    }

    /** Ends the session everywhere and has the browser forget everything but that it is shared; a guest is asked first. */
    @POST
    @Path("clearing")
    public Response clear(@FormParam("sure") @DefaultValue("") String sure) {
        if (isGuest() && !sure.equals("yes")) {
            return Response.seeOther(URI.create("/shared-computer/clearing")).build();
        }
        visitor.sessionPerson().ifPresent(session -> sessions.end(session.sessionId()));
        visitor.leaves();
        browser.clear();
        return Response.seeOther(URI.create(Frame.CLEAN)).build();
    }

    /** A page says that it is still open, and asks how long it may stay so. */
    @POST
    @Path("presence")
    @Produces(MediaType.APPLICATION_JSON)
    public Presence presence(@FormParam("active") @DefaultValue("") String active) {
        SharedComputer computer = browser.computer().orElseThrow(Problem::notFound);
        visitor.requirePersonId();
        UUID session =
                visitor.sessionPerson().orElseThrow(Problem::unauthenticated).sessionId();
        Supplier<Optional<Duration>> present = () -> shared.present(session, computer.id(), active.equals("yes"));
        // The page before may break off just now, and its farewell be on its way.
        return present.get()
                .or(() -> doubts.settle(session) ? present.get() : Optional.empty())
                .map(left -> new Presence(left.toSeconds()))
                .orElseThrow(Problem::unauthenticated);
    }

    private boolean isGuest() {
        return visitor.personId().isPresent() && !visitor.registered();
    }

    /** How many seconds nobody may do anything before the session ends. */
    public record Presence(long secondsLeft) {}
}
