package ua.stezhka.desk;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Problem;

/** Where pages on shared computers hold on, so that it is noticed at once when their browser dies. */
@Path("/shared-computer/lifelines/{id}")
@RunOnVirtualThread
public class LifelineResource {
    /** A page that is cut off comes again so soon: well before its session is given up. */
    private static final long AGAIN_MILLIS = 1000;

    private final Visitor visitor;
    private final SharedBrowser browser;
    private final Lifelines lifelines;
    private final HeldLifelines held;

    LifelineResource(Visitor visitor, SharedBrowser browser, Lifelines lifelines, HeldLifelines held) {
        this.visitor = visitor;
        this.browser = browser;
        this.lifelines = lifelines;
        this.held = held;
    }

    /** A connection that stays open as long as the page. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> hold(@PathParam("id") UUID id, @Context Sse sse, RoutingContext routing) {
        requireShared();
        routing.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        routing.response().putHeader("X-Accel-Buffering", "no");
        return held.hold(
                id,
                session(),
                sse.newEventBuilder().comment("").reconnectDelay(AGAIN_MILLIS).build(),
                over -> routing.addEndHandler(end -> over.run()));
    }

    /** Shows that what the page will send on leaving gets here: it goes the same way. */
    @POST
    @Path("greeting")
    @Operation(hidden = true)
    public void greet(@PathParam("id") UUID id) {
        requireShared();
        lifelines.greet(id, session());
    }

    /** The page is being left: by a link, a form, or because somebody closes it. */
    @POST
    @Path("farewell")
    @Operation(hidden = true)
    public void takeLeave(@PathParam("id") UUID id) {
        requireShared();
        lifelines.takeLeave(id, session());
    }

    private void requireShared() {
        if (browser.computer().isEmpty()) {
            throw Problem.notFound();
        }
    }

    private Optional<UUID> session() {
        return visitor.sessionPerson().map(SessionPerson::sessionId);
    }
}
