package ua.stezhka.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Outbox;
import ua.stezhka.platform.Problem;

/** Asks for a letter with a link to come in by. The answer is the same whether anybody has this address or nobody. */
@Path("/sign-in/link")
@RunOnVirtualThread
public class LinkPages {
    private final LinkSignIns links;
    private final Outbox outbox;
    private final Frame frame;

    LinkPages(LinkSignIns links, Outbox outbox, Frame frame) {
        this.links = links;
        this.outbox = outbox;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance link(LinkForm form);

        static native TemplateInstance linkSent();
    }

    @GET
    public TemplateInstance form() {
        return Templates.link(new LinkForm(outbox.works(), "", new Faults(frame.locale())));
    }

    @POST
    public Response ask(@FormParam("email") @DefaultValue("") String typed, @Context HttpServerRequest request) {
        if (!outbox.works()) {
            return Response.seeOther(URI.create("/sign-in/link")).build();
        }
        String email = LoginName.clean(typed);
        Faults faults = new Faults(frame.locale());
        NewAccount.requireEmail("email", email, faults);
        if (!faults.isEmpty()) {
            return again(422, email, faults).build();
        }
        try {
            links.ask(email, SignInPages.address(request));
            return Response.seeOther(URI.create("/sign-in/link/sent")).build();
        } catch (Problem.TooMany wait) {
            faults.add("email", "account.sign_in_wait");
            return again(429, email, faults)
                    .header(HttpHeaders.RETRY_AFTER, wait.retryAfter().toSeconds())
                    .build();
        }
    }

    private Response.ResponseBuilder again(int status, String email, Faults faults) {
        return Response.status(status).entity(Templates.link(new LinkForm(true, email, faults)));
    }

    @GET
    @Path("sent")
    public TemplateInstance sent() {
        return Templates.linkSent();
    }
}
