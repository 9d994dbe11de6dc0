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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.PasswordCheck;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** The way out: a person asks to be erased, has some days to change their mind, and is gone. */
@Path("/settings/erasure")
@RunOnVirtualThread
public class ErasurePages {
    static final Set<String> FATES = Set.of("keep", "revoke");

    private final ErasureRequests erasures;
    private final DataViews views;
    private final PasswordCheck check;
    private final Visitor visitor;
    private final Frame frame;

    ErasurePages(ErasureRequests erasures, DataViews views, PasswordCheck check, Visitor visitor, Frame frame) {
        this.erasures = erasures;
        this.views = views;
        this.check = check;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance erasure(ErasureView page);
    }

    @GET
    public TemplateInstance page(@QueryParam("saved") @DefaultValue("false") boolean saved) {
        return page(visitor.requireRegistered(), "", saved, new Faults(frame.locale()));
    }

    @POST
    public Response ask(
            @FormParam("certificates") @DefaultValue("") String certificates,
            @FormParam("current") @DefaultValue("") String current,
            @Context HttpServerRequest request) {
        UUID person = visitor.requireRegistered();
        SessionPerson session = visitor.sessionPerson().orElseThrow();
        Faults faults = new Faults(frame.locale());
        if (!FATES.contains(certificates)) {
            faults.add("certificates", "account.fate_of_certificates_missing");
        }
        check.check(session, current, SignInPages.address(request), faults);
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(page(person, certificates, false, faults))
                    .build();
        }
        erasures.ask(
                new DataRequests.Asked(person, "settings", null), certificates.equals("keep"), session.sessionId());
        return Response.seeOther(URI.create("/settings/erasure")).build();
    }

    @POST
    @Path("cancellation")
    public Response cancel() {
        erasures.cancel(visitor.requireRegistered());
        return Response.seeOther(URI.create("/settings/erasure?saved=true")).build();
    }

    private TemplateInstance page(UUID person, String certificates, boolean saved, Faults faults) {
        return Templates.erasure(new ErasureView(
                views.openErasure(person),
                erasures.waitDays(),
                check.hasPassword(person),
                certificates,
                saved,
                faults));
    }
}
