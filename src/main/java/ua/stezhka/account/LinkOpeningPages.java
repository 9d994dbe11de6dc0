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
import java.util.Optional;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/**
 * Where the link of a letter leads. Opening it changes nothing, because programs that look through mail open links too; the button on
 * the page uses it. No other page learns the address of these.
 */
@Path("/sign-in/link")
@RunOnVirtualThread
public class LinkOpeningPages {
    private final LinkSignIns links;
    private final Registrations registrations;
    private final Visitor visitor;
    private final Frame frame;

    LinkOpeningPages(LinkSignIns links, Registrations registrations, Visitor visitor, Frame frame) {
        this.links = links;
        this.registrations = registrations;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance linkOpen(String secret);

        static native TemplateInstance linkPassword(NewPasswordForm form);

        static native TemplateInstance linkDead(String again);
    }

    @GET
    @Path("open")
    public Response open(@QueryParam("secret") @DefaultValue("") String secret, @Context HttpServerRequest request) {
        keepAddress(request);
        return links.lives(secret) ? answer(200, Templates.linkOpen(secret)) : dead("/sign-in/link");
    }

    @POST
    @Path("open")
    public Response enter(@FormParam("secret") @DefaultValue("") String secret, @Context HttpServerRequest request) {
        String address = SignInPages.address(request);
        links.checkTries(address);
        return entered(links.signIn(secret, visitor.sessionPerson()), address);
    }

    @GET
    @Path("password")
    public Response passwordForm(
            @QueryParam("secret") @DefaultValue("") String secret, @Context HttpServerRequest request) {
        keepAddress(request);
        return links.lives(secret) ? form(200, secret, new Faults(frame.locale())) : dead("/sign-in/link");
    }

    @POST
    @Path("password")
    public Response setPassword(
            @FormParam("secret") @DefaultValue("") String secret,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        String address = SignInPages.address(request);
        links.checkTries(address);
        if (!links.lives(secret)) {
            return entered(Optional.empty(), address);
        }
        Faults faults = new Faults(frame.locale());
        NewAccount.checkPassword("password", password, faults);
        return faults.isEmpty()
                ? entered(links.setPassword(secret, registrations.hash(password), visitor.sessionPerson()), address)
                : form(422, secret, faults);
    }

    private Response entered(Optional<NewSession> session, String address) {
        if (session.isEmpty()) {
            links.wrongSecret(address);
            return dead("/sign-in/link");
        }
        visitor.becomes(session.get());
        return Response.seeOther(URI.create("/my")).build();
    }

    private static Response form(int status, String secret, Faults faults) {
        return answer(status, Templates.linkPassword(new NewPasswordForm(secret, faults)));
    }

    /** For a link that is unknown, used or too old: these look the same. */
    static Response dead(String again) {
        return answer(404, Templates.linkDead(again));
    }

    static Response answer(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    /**
     * What this page loads, and where its buttons lead, is not told its address, which holds the secret. With «no-referrer» browsers
     * would send the form without its origin too.
     */
    static void keepAddress(HttpServerRequest request) {
        request.response().putHeader("Referrer-Policy", "strict-origin");
    }
}
