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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** A person's own access card: make it, print it, take it out of use, give it another PIN. */
@Path("/settings/card")
@RunOnVirtualThread
public class OwnCardPages {
    private static final String HERE = "/settings/card?saved=";

    private final Cards cards;
    private final CardPrinting printing;
    private final Visitor visitor;
    private final Frame frame;

    OwnCardPages(Cards cards, CardPrinting printing, Visitor visitor, Frame frame) {
        this.cards = cards;
        this.printing = printing;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance ownCard(OwnCardView page);
    }

    @GET
    public TemplateInstance card(@QueryParam("saved") @DefaultValue("") String saved, @Context HttpHeaders headers) {
        return view(visitor.requireRegistered(), headers, saved, Cards.newPin(), new Faults(frame.locale()));
    }

    private TemplateInstance view(UUID person, HttpHeaders headers, String saved, String pin, Faults faults) {
        @Nullable CardView card = printing.view(person, headers, frame.locale()).orElse(null);
        return Templates.ownCard(new OwnCardView(card, Cards.newPin(), pin, saved, faults));
    }

    /** Makes a card in the place of the one that the form showed. */
    @POST
    public Response make(
            @FormParam("replaces") @DefaultValue("") String replaces,
            @FormParam("pin") @DefaultValue("") String typed,
            @Context HttpHeaders headers) {
        UUID person = visitor.requireRegistered();
        String pin = Pin.clean(typed);
        Faults faults = check(pin);
        if (!faults.isEmpty()) {
            return again(person, headers, pin, faults);
        }
        boolean made = cards.make(person, idOf(replaces), printing.hash(pin), person);
        return printing.afterPin(person, pin, made, URI.create(HERE + "card"));
    }

    @POST
    @Path("pin")
    public Response setPin(@FormParam("pin") @DefaultValue("") String typed, @Context HttpHeaders headers) {
        UUID person = visitor.requireRegistered();
        String pin = Pin.clean(typed);
        Faults faults = check(pin);
        if (!faults.isEmpty()) {
            return again(person, headers, pin, faults);
        }
        boolean set = cards.setPin(person, printing.hash(pin), person);
        return printing.afterPin(person, pin, set, URI.create(HERE + "pin"));
    }

    @POST
    @Path("revocation")
    public Response revoke() {
        UUID person = visitor.requireRegistered();
        cards.revoke(person, person);
        return Response.seeOther(URI.create(HERE + "revoked")).build();
    }

    @GET
    @Path("pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response pdf(@Context HttpHeaders headers, @Context UriInfo uri) {
        UUID person = visitor.requireRegistered();
        return printing.pdf(person, visitor.name(), headers, uri.getBaseUri(), frame.locale());
    }

    private Faults check(String pin) {
        Faults faults = new Faults(frame.locale());
        Pin.check("pin", pin, faults);
        return faults;
    }

    private Response again(UUID person, HttpHeaders headers, String pin, Faults faults) {
        return Response.status(422)
                .entity(view(person, headers, "", pin, faults))
                .build();
    }

    /** The card that a form names; null for none or for what is no identifier. */
    static @Nullable UUID idOf(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
