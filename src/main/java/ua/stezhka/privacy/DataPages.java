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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.PasswordCheck;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** A person's copy of their own data, and what they want corrected. */
@Path("/settings/data")
@RunOnVirtualThread
public class DataPages {
    private static final int LONGEST_TEXT = 1000;

    private final DataExports exports;
    private final DataRequests requests;
    private final DataViews views;
    private final PasswordCheck check;
    private final Visitor visitor;
    private final Frame frame;

    DataPages(
            DataExports exports,
            DataRequests requests,
            DataViews views,
            PasswordCheck check,
            Visitor visitor,
            Frame frame) {
        this.exports = exports;
        this.requests = requests;
        this.views = views;
        this.check = check;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance data(DataView page);
    }

    @GET
    public TemplateInstance page(@QueryParam("saved") @DefaultValue("") String saved) {
        return page(visitor.requireRegistered(), saved, "", new Faults(frame.locale()));
    }

    @POST
    @Path("export")
    public Response export(
            @FormParam("current") @DefaultValue("") String current,
            @Context UriInfo uri,
            @Context HttpServerRequest request) {
        UUID person = visitor.requireRegistered();
        Faults faults = new Faults(frame.locale());
        check.check(visitor.sessionPerson().orElseThrow(), current, SignInPages.address(request), faults);
        if (!faults.isEmpty()) {
            return Response.status(422).entity(page(person, "", "", faults)).build();
        }
        exports.make(
                new DataRequests.Asked(person, "settings", null),
                person,
                new DataExports.Wish(frame.locale(), uri.getBaseUri()));
        return Response.seeOther(URI.create("/settings/data#copy")).build();
    }

    /** Gives the copy out, once: by a button, because whatever follows links by itself must not use it up. */
    @POST
    @Path("exports/{export}")
    public Response fetch(@PathParam("export") String export) {
        return zip(exports.take(id(export), visitor.requireRegistered()));
    }

    @POST
    @Path("correction")
    public Response correct(@FormParam("correction") @DefaultValue("") String typed) {
        UUID person = visitor.requireRegistered();
        String text = typed.strip();
        Faults faults = new Faults(frame.locale());
        if (text.isEmpty()) {
            faults.add("correction", "account.correction_missing");
        } else if (text.length() > LONGEST_TEXT) {
            faults.add("correction", "account.text_too_long");
        }
        if (!faults.isEmpty()) {
            return Response.status(422).entity(page(person, "", typed, faults)).build();
        }
        requests.askCorrection(person, text);
        return Response.seeOther(URI.create("/settings/data?saved=correction")).build();
    }

    private TemplateInstance page(UUID person, String saved, String correction, Faults faults) {
        return Templates.data(new DataView(
                check.hasPassword(person), views.waiting(person, person), views.of(person), saved, correction, faults));
    }

    static Response zip(byte[] body) {
        return Response.ok(body, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stezhka-data.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noIdentifier) {
            throw Problem.notFound();
        }
    }
}
