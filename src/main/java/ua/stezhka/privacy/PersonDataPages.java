package ua.stezhka.privacy;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.PasswordCheck;
import ua.stezhka.account.Permission;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** What an administrator does for somebody who came in person: a copy, an erasure, a guardian’s consent. Each with its reason. */
@Path("/administration/data-requests/people/{person}")
@RunOnVirtualThread
public class PersonDataPages {
    private final PersonDataDeeds deeds;
    private final PersonDataViews views;
    private final PasswordCheck check;
    private final Visitor visitor;
    private final Frame frame;

    PersonDataPages(PersonDataDeeds deeds, PersonDataViews views, PasswordCheck check, Visitor visitor, Frame frame) {
        this.deeds = deeds;
        this.views = views;
        this.check = check;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance personData(PersonDataView page);
    }

    @GET
    public TemplateInstance page(@PathParam("person") String person) {
        return page(person(person), PersonDataView.Typed.NOTHING, new Faults(frame.locale()));
    }

    @POST
    @Path("export")
    public Response export(
            @PathParam("person") String person,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("current") @DefaultValue("") String current,
            @Context UriInfo uri,
            @Context HttpServerRequest request) {
        UUID id = person(person);
        Faults faults = PersonDataDeeds.reasonFaults(reason, new Faults(frame.locale()));
        check.check(visitor.sessionPerson().orElseThrow(), current, SignInPages.address(request), faults);
        if (!faults.isEmpty()) {
            return again(id, new PersonDataView.Typed(reason, "", "", "", ""), faults);
        }
        deeds.export(id, reason, visitor.requireRegistered(), new DataExports.Wish(frame.locale(), uri.getBaseUri()));
        return done(id);
    }

    @POST
    @Path("erasure")
    public Response erase(
            @PathParam("person") String person,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("certificates") @DefaultValue("") String certificates,
            @FormParam("current") @DefaultValue("") String current,
            @Context HttpServerRequest request) {
        UUID id = person(person);
        Faults faults = PersonDataDeeds.reasonFaults(reason, new Faults(frame.locale()));
        if (!ErasurePages.FATES.contains(certificates)) {
            faults.add("certificates", "account.fate_of_certificates_missing");
        }
        check.check(visitor.sessionPerson().orElseThrow(), current, SignInPages.address(request), faults);
        if (!faults.isEmpty()) {
            return again(id, new PersonDataView.Typed(reason, certificates, "", "", ""), faults);
        }
        deeds.erase(id, reason, certificates.equals("keep"));
        return done(id);
    }

    @POST
    @Path("cancellation")
    public Response cancel(@PathParam("person") String person) {
        UUID id = person(person);
        deeds.cancel(id);
        return done(id);
    }

    @POST
    @Path("guardian-consent")
    public Response consent(
            @PathParam("person") String person,
            @FormParam("giver") @DefaultValue("") String giver,
            @FormParam("giverName") @DefaultValue("") String giverName,
            @FormParam("givenOn") @DefaultValue("") String givenOn) {
        UUID id = person(person);
        Faults faults = deeds.consentFaults(giver, giverName, givenOn, new Faults(frame.locale()));
        if (!faults.isEmpty()) {
            return again(id, new PersonDataView.Typed("", "", giver, giverName, givenOn), faults);
        }
        deeds.consent(id, giver, giverName, givenOn, visitor.requireRegistered());
        return done(id);
    }

    /** A guardian takes every consent back. */
    @POST
    @Path("guardian-withdrawal")
    public Response withdraw(@PathParam("person") String person) {
        UUID id = person(person);
        deeds.withdrawConsent(id);
        return done(id);
    }

    private UUID person(String text) {
        visitor.require(Permission.ANSWER_DATA_REQUESTS);
        UUID id = DataPages.id(text);
        if (!views.known(id)) {
            throw Problem.notFound();
        }
        return id;
    }

    private Response again(UUID id, PersonDataView.Typed typed, Faults faults) {
        return Response.status(422).entity(page(id, typed, faults)).build();
    }

    private static Response done(UUID id) {
        return Response.seeOther(URI.create("/administration/data-requests/people/" + id))
                .build();
    }

    private TemplateInstance page(UUID id, PersonDataView.Typed typed, Faults faults) {
        return Templates.personData(views.of(id, visitor.requireRegistered(), typed, faults));
    }
}
