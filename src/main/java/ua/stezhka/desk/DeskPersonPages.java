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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** A person at the desk: the card, its PIN, and what was done so far. */
@Path("/desk/people/{person}")
@RunOnVirtualThread
public class DeskPersonPages {
    private final Desk desk;
    private final DeskCards cards;
    private final CardPrinting printing;
    private final HelpActs acts;
    private final Frame frame;

    DeskPersonPages(Desk desk, DeskCards cards, CardPrinting printing, HelpActs acts, Frame frame) {
        this.desk = desk;
        this.cards = cards;
        this.printing = printing;
        this.acts = acts;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance deskPerson(DeskPersonView page);
    }

    @GET
    public TemplateInstance person(
            @PathParam("person") UUID id,
            @QueryParam("saved") @DefaultValue("") String saved,
            @Context HttpHeaders headers) {
        return view(desk.person(id), saved, Cards.newPin(), new Faults(frame.locale()), headers);
    }

    private TemplateInstance view(
            AssistedRecords.Known person, String saved, String pin, Faults faults, HttpHeaders headers) {
        @Nullable
        CardView card =
                printing.view(person.personId(), headers, frame.locale()).orElse(null);
        return Templates.deskPerson(new DeskPersonView(
                person.personId().toString(),
                person.name(),
                person.born(),
                card,
                Cards.newPin(),
                pin,
                saved,
                acts.of(person.personId(), frame.locale()),
                faults));
    }

    @POST
    @Path("card")
    public Response makeCard(
            @PathParam("person") UUID id,
            @FormParam("replaces") @DefaultValue("") String replaces,
            @FormParam("pin") @DefaultValue("") String typed,
            @Context HttpHeaders headers) {
        AssistedRecords.Known person = desk.person(id);
        String pin = Pin.clean(typed);
        Faults faults = new Faults(frame.locale());
        Pin.check("pin", pin, faults);
        if (!faults.isEmpty()) {
            return again(person, pin, faults, headers);
        }
        boolean made = cards.make(person, OwnCardPages.idOf(replaces), printing.hash(pin));
        return printing.afterPin(id, pin, made, here(id, "card"));
    }

    @POST
    @Path("card/pin")
    public Response setPin(
            @PathParam("person") UUID id,
            @FormParam("pin") @DefaultValue("") String typed,
            @Context HttpHeaders headers) {
        AssistedRecords.Known person = desk.person(id);
        String pin = Pin.clean(typed);
        Faults faults = new Faults(frame.locale());
        Pin.check("pin", pin, faults);
        if (!faults.isEmpty()) {
            return again(person, pin, faults, headers);
        }
        boolean set = cards.setPin(person, printing.hash(pin));
        return printing.afterPin(id, pin, set, here(id, "pin"));
    }

    @POST
    @Path("card/revocation")
    public Response revoke(@PathParam("person") UUID id) {
        cards.revoke(desk.person(id));
        return Response.seeOther(here(id, "revoked")).build();
    }

    @GET
    @Path("card/pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response pdf(@PathParam("person") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        AssistedRecords.Known person = desk.person(id);
        return printing.pdf(id, person.name(), headers, uri.getBaseUri(), frame.locale());
    }

    private Response again(AssistedRecords.Known person, String pin, Faults faults, HttpHeaders headers) {
        return Response.status(422)
                .entity(view(person, "", pin, faults, headers))
                .build();
    }

    private static URI here(UUID id, String saved) {
        return URI.create("/desk/people/" + id + "?saved=" + saved);
    }
}
