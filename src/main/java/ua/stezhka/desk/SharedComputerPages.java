package ua.stezhka.desk;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.Option;
import ua.stezhka.account.Permission;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Texts;

/** Where an operator marks the browser of a library or service centre as one for everybody. */
@Path("/shared-computer")
@RunOnVirtualThread
public class SharedComputerPages {
    private static final int LONGEST_PLACE = 120;

    private final SharedComputers computers;
    private final SharedBrowser browser;
    private final Sessions sessions;
    private final PlaceNames places;
    private final Visitor visitor;
    private final Frame frame;

    SharedComputerPages(
            SharedComputers computers,
            SharedBrowser browser,
            Sessions sessions,
            PlaceNames places,
            Visitor visitor,
            Frame frame) {
        this.computers = computers;
        this.browser = browser;
        this.sessions = sessions;
        this.places = places;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance sharedComputers(SharedComputersView page);
    }

    @GET
    public TemplateInstance computers() {
        List<RoleGrant> grants = grants();
        return show(grants, grants.getFirst().scope(), "", new Faults(frame.locale()));
    }

    /** Marks this browser. The operator is signed out here at once: from now on it belongs to everybody. */
    @POST
    @Path("mark")
    public Response mark(
            @FormParam("place") @DefaultValue("") String typed, @FormParam("scope") @DefaultValue("") String chosen) {
        List<RoleGrant> grants = grants();
        Scope scope = chosen(grants, chosen);
        visitor.require(Permission.MARK_SHARED_COMPUTERS, scope);
        String place = LoginName.clean(typed);
        String where = places.place(scope, frame.locale())
                .map(name -> place.isEmpty() ? name : name + ", " + place)
                .orElse(place);
        Faults faults = new Faults(frame.locale());
        if (where.length() > LONGEST_PLACE) {
            faults.add("place", "account.computer_place_too_long");
            return Response.status(422)
                    .entity(show(grants, scope, place, faults))
                    .build();
        }
        if (browser.computer().isEmpty()) {
            browser.becomes(computers.mark(where, scope, visitor.requireRegistered()));
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
        boolean unmarked = computers.unmark(id, grants(), visitor.requireRegistered());
        if (unmarked && browser.computer().filter(here -> here.id().equals(id)).isPresent()) {
            browser.isNoMore();
        }
        return Response.seeOther(URI.create("/shared-computer")).build();
    }

    /** The roles with which who asks may mark computers, each in its scope. */
    private List<RoleGrant> grants() {
        visitor.requireRegistered();
        List<RoleGrant> grants = visitor.grantsFor(Permission.MARK_SHARED_COMPUTERS);
        if (grants.isEmpty()) {
            throw Problem.forbidden();
        }
        return grants;
    }

    /** One of the own places; the first when none was chosen. @throws Problem.Forbidden for the place of others */
    private static Scope chosen(List<RoleGrant> grants, String key) {
        return grants.stream()
                .map(RoleGrant::scope)
                .filter(scope -> key.isEmpty() || scope.key().equals(key))
                .findFirst()
                .orElseThrow(Problem::forbidden);
    }

    private TemplateInstance show(List<RoleGrant> grants, Scope chosen, String place, Faults faults) {
        List<Option> own = grants.stream()
                .map(RoleGrant::scope)
                .distinct()
                .map(scope -> new Option(
                        scope.key(),
                        places.place(scope, frame.locale())
                                .orElseGet(() -> Texts.get(frame.locale(), "account.everywhere"))))
                .toList();
        Optional<UUID> here = browser.computer().map(SharedComputer::id);
        return Templates.sharedComputers(
                new SharedComputersView(here, own, chosen.key(), place, computers.of(grants), faults));
    }
}
