package ua.stezhka.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.SignInPages;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** The desk in a library or service centre: find a person by the card or among the records of this place. */
@Path("/desk")
@RunOnVirtualThread
public class DeskPages {
    private final Desk desk;
    private final AssistedRecords records;
    private final DeskCards cards;
    private final PlaceNames places;
    private final Frame frame;

    DeskPages(Desk desk, AssistedRecords records, DeskCards cards, PlaceNames places, Frame frame) {
        this.desk = desk;
        this.records = records;
        this.cards = cards;
        this.places = places;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance desk(DeskView page);
    }

    @GET
    public TemplateInstance start(@QueryParam("find") @DefaultValue("") String find) {
        return view(desk.grants(), find, "", new Faults(frame.locale()));
    }

    private TemplateInstance view(List<RoleGrant> grants, String find, String code, Faults faults) {
        Locale locale = frame.locale();
        String where = grants.stream()
                .map(grant -> places.who(grant, locale))
                .distinct()
                .collect(Collectors.joining(" · "));
        List<DeskView.Row> people = records.search(find, grants).stream()
                .map(known -> new DeskView.Row(
                        known.personId().toString(),
                        known.name(),
                        known.born(),
                        places.place(known.scope(), locale).orElse("")))
                .toList();
        return Templates.desk(new DeskView(where, people, find, code, faults));
    }

    /** Finds a person by the card: of the own places by its code, everybody else by code and PIN. */
    @POST
    @Path("search")
    public Response search(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("pin") @DefaultValue("") String pin,
            @Context HttpServerRequest request) {
        List<RoleGrant> grants = desk.grants();
        Faults faults = new Faults(frame.locale());
        int status = 422;
        try {
            Optional<UUID> found = cards.find(code, Pin.clean(pin), SignInPages.address(request), faults);
            if (found.isPresent()) {
                return Response.seeOther(URI.create("/desk/people/" + found.get()))
                        .build();
            }
        } catch (Problem.TooMany wait) {
            faults.add("code", "account.sign_in_wait");
            status = 429;
        }
        return Response.status(status).entity(view(grants, "", code, faults)).build();
    }
}
