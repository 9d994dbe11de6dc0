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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where the letter to a new address leads: the owner of the address presses a button, on whatever device, signed in or not. */
@Path("/email-confirmation")
@RunOnVirtualThread
public class EmailConfirmationPages {
    private static final String AGAIN = "/settings/email";
    private final EmailLinks links;
    private final LinkSignIns tries;
    private final Emails emails;

    EmailConfirmationPages(EmailLinks links, LinkSignIns tries, Emails emails) {
        this.links = links;
        this.tries = tries;
        this.emails = emails;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance emailConfirmation(String secret);

        static native TemplateInstance emailConfirmed();
    }

    @GET
    public Response open(@QueryParam("secret") @DefaultValue("") String secret, @Context HttpServerRequest request) {
        LinkOpeningPages.keepAddress(request);
        return links.lives(secret, EmailLinks.Purpose.CONFIRMATION)
                ? LinkOpeningPages.answer(200, Templates.emailConfirmation(secret))
                : LinkOpeningPages.dead(AGAIN);
    }

    @POST
    public Response confirm(@FormParam("secret") @DefaultValue("") String secret, @Context HttpServerRequest request) {
        String address = SignInPages.address(request);
        tries.checkTries(address);
        if (!confirmed(secret)) {
            tries.wrongSecret(address);
            return LinkOpeningPages.dead(AGAIN);
        }
        return Response.seeOther(URI.create("/email-confirmation/done")).build();
    }

    /** Another account may have confirmed the address a moment before: then the link is worth nothing. */
    private boolean confirmed(String secret) {
        try {
            return emails.confirm(secret);
        } catch (AccountTaken taken) {
            return false;
        }
    }

    @GET
    @Path("done")
    public TemplateInstance done() {
        return Templates.emailConfirmed();
    }
}
