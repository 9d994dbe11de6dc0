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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.SignIns;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.Problem;

/** The way in by a printed card: typed, or by the card's QR code, which brings the code and never the PIN. */
@Path("/")
@RunOnVirtualThread
public class CardSignInPages {
    private final CardSignIns cards;
    private final SignIns signIns;
    private final AssistedRecords records;
    private final Visitor visitor;
    private final Frame frame;

    CardSignInPages(CardSignIns cards, SignIns signIns, AssistedRecords records, Visitor visitor, Frame frame) {
        this.cards = cards;
        this.signIns = signIns;
        this.records = records;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance cardSignIn(CardSignInForm form);

        static native TemplateInstance card(CardHolderView page);
    }

    @GET
    @Path("sign-in/card")
    public TemplateInstance form(@QueryParam("next") @DefaultValue("/my") String next) {
        return Templates.cardSignIn(new CardSignInForm("", next, new Faults(frame.locale())));
    }

    /** Where the QR code of a card leads. Who is signed in with an account can take the card's record over. */
    @GET
    @Path("card/{code}")
    public Object scanned(@PathParam("code") String typed) {
        String code = CardCode.read(typed).map(CardCode::toString).orElse("");
        if (visitor.registered() && !visitor.sessionPerson().orElseThrow().learningOnly()) {
            return Response.seeOther(URI.create("/card/claim?code=" + code)).build();
        }
        return Templates.cardSignIn(new CardSignInForm(code, "/my", new Faults(frame.locale())));
    }

    @POST
    @Path("sign-in/card")
    public Response signIn(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("pin") @DefaultValue("") String pin,
            @FormParam("next") @DefaultValue("/my") String next,
            @Context HttpServerRequest request) {
        Faults faults = new Faults(frame.locale());
        try {
            Optional<UUID> person = recognise(cards, code, pin, SignInPages.address(request), faults);
            if (person.isPresent()) {
                visitor.becomes(signIns.signIn(person.get(), Way.CARD, visitor.sessionPerson()));
                return Response.seeOther(LocalPath.of(next)).build();
            }
            return Response.status(422)
                    .entity(Templates.cardSignIn(new CardSignInForm(code, next, faults)))
                    .build();
        } catch (Problem.TooMany wait) {
            faults.add("code", "account.sign_in_wait");
            return Response.status(429)
                    .header(HttpHeaders.RETRY_AFTER, wait.retryAfter().toSeconds())
                    .entity(Templates.cardSignIn(new CardSignInForm(code, next, faults)))
                    .build();
        }
    }

    /** The person of a card and its PIN; what is at fault is noted, and a slip of the finger is no try. */
    static Optional<UUID> recognise(CardSignIns cards, String typed, String typedPin, String address, Faults faults) {
        Optional<CardCode> code = CardCode.read(typed);
        String pin = Pin.clean(typedPin);
        if (code.isEmpty()) {
            faults.add("code", typed.isBlank() ? "account.card_code_missing" : "account.card_code_mistyped");
        }
        if (pin.isEmpty()) {
            faults.add("pin", "account.pin_missing");
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> person = cards.recognise(code.orElseThrow(), pin, address);
        if (person.isEmpty()) {
            faults.add("code", "account.card_refused");
        }
        return person;
    }

    /** The page of who came in by a card: what can be done next, and the way out. */
    @GET
    @Path("card")
    public Object holder() {
        SessionPerson person = visitor.sessionPerson().orElse(null);
        if (person == null || person.way() != Way.CARD) {
            return Response.seeOther(URI.create(visitor.registered() ? "/settings/card" : "/sign-in/card"))
                    .build();
        }
        return Templates.card(new CardHolderView(person.name(), records.unclaimed(person.personId())));
    }
}
