package ua.stezhka.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.Minors;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Problem;

/** What a person agrees to: one press gives, one press takes back. */
@Path("/settings/consents")
@RunOnVirtualThread
public class ConsentPages {
    private final Consents consents;
    private final Minors minors;
    private final ConsentViews views;
    private final Visitor visitor;

    ConsentPages(Consents consents, Minors minors, ConsentViews views, Visitor visitor) {
        this.consents = consents;
        this.minors = minors;
        this.views = views;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance consents(ConsentsView page);
    }

    @GET
    public TemplateInstance page(@QueryParam("saved") @DefaultValue("false") boolean saved) {
        return Templates.consents(views.of(visitor.requireRegistered(), saved));
    }

    @POST
    public Response say(
            @FormParam("purpose") @DefaultValue("") String purpose,
            @FormParam("given") @DefaultValue("") String given) {
        UUID person = visitor.requireRegistered();
        boolean agrees = given.equals("yes");
        if (agrees && minors.minor(person)) {
            throw Problem.forbidden("account.consent_of_a_minor");
        }
        consents.say(person, Purpose.find(purpose).orElseThrow(Problem::notFound), agrees, null);
        return Response.seeOther(URI.create("/settings/consents?saved=true")).build();
    }
}
