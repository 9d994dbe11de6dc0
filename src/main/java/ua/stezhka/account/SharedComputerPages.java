package ua.stezhka.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** Where an operator marks the browser of a library or service centre as one for everybody. */
@Path("/shared-computer")
@RunOnVirtualThread
public class SharedComputerPages {
    private static final int LONGEST_PLACE = 120;

    private final SharedComputers computers;
    private final SharedBrowser browser;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Frame frame;

    SharedComputerPages(
            SharedComputers computers, SharedBrowser browser, Sessions sessions, Visitor visitor, Frame frame) {
        this.computers = computers;
        this.browser = browser;
        this.sessions = sessions;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance sharedComputers(SharedComputersView page);
    }

    @GET
    public TemplateInstance computers() {
        visitor.require(Permission.MARK_SHARED_COMPUTERS);
        return show("", new Faults(frame.locale()));
    }

    /** Marks this browser. The operator is signed out here at once: from now on it belongs to everybody. */
    @POST
    @Path("mark")
    public Response mark(@FormParam("place") @DefaultValue("") String typed) {
        visitor.require(Permission.MARK_SHARED_COMPUTERS);
        UUID operator = visitor.requireRegistered();
        String place = LoginName.clean(typed);
        Faults faults = new Faults(frame.locale());
        if (place.length() > LONGEST_PLACE) {
            faults.add("place", "account.computer_place_too_long");
        }
        if (!faults.isEmpty()) {
            return Response.status(422).entity(show(place, faults)).build();
        }
        if (browser.computer().isEmpty()) {
            browser.becomes(computers.mark(place, operator));
        }
        visitor.sessionPerson().ifPresent(session -> sessions.end(session.sessionId()));
        visitor.leaves();
        browser.clear();
        return Response.seeOther(URI.create(Frame.CLEAN)).build();
    }

    /** Takes the mark of a computer back: of this one at once, of another one with its next request. */
    @POST
    @Path("{id}/removal")
    public Response unmark(@PathParam("id") UUID id) {
        visitor.require(Permission.MARK_SHARED_COMPUTERS);
        computers.unmark(id, visitor.requireRegistered());
        if (browser.computer().filter(here -> here.id().equals(id)).isPresent()) {
            browser.isNoMore();
        }
        return Response.seeOther(URI.create("/shared-computer")).build();
    }

    private TemplateInstance show(String place, Faults faults) {
        Optional<UUID> here = browser.computer().map(SharedComputer::id);
        return Templates.sharedComputers(new SharedComputersView(here, place, computers.all(), faults));
    }
}
