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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.SameForStrangers;

/** The way in and out. */
@Path("/")
@RunOnVirtualThread
public class SignInPages {
    private final SignIns signIns;
    private final Visitor visitor;
    private final Frame frame;

    SignInPages(SignIns signIns, Visitor visitor, Frame frame) {
        this.signIns = signIns;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance signIn(SignInForm form);

        static native TemplateInstance signedOut();
    }

    @GET
    @Path("sign-in")
    @SameForStrangers
    public Object form(@QueryParam("next") @DefaultValue("/my") String next) {
        if (visitor.registered()) {
            return Response.seeOther(LocalPath.of(next)).build();
        }
        return Templates.signIn(new SignInForm("", next, new Faults(frame.locale())));
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("/my") String next,
            @Context HttpServerRequest request) {
        Faults faults = new Faults(frame.locale());
        if (LoginName.clean(login).isEmpty()) {
            faults.add("login", "account.login_missing");
        }
        if (password.isEmpty()) {
            faults.add("password", "account.password_missing");
        }
        if (faults.isEmpty()) {
            try {
                Optional<UUID> person = signIns.recognise(login, password, address(request));
                if (person.isPresent()) {
                    visitor.becomes(signIns.signIn(person.get(), Way.PASSWORD, visitor.sessionPerson()));
                    return Response.seeOther(LocalPath.of(next)).build();
                }
                faults.add("login", "account.sign_in_failed");
            } catch (Problem.TooMany wait) {
                faults.add("login", "account.sign_in_wait");
                return Response.status(429)
                        .header(HttpHeaders.RETRY_AFTER, wait.retryAfter().toSeconds())
                        .entity(Templates.signIn(new SignInForm(login, next, faults)))
                        .build();
            }
        }
        return Response.status(422)
                .entity(Templates.signIn(new SignInForm(login, next, faults)))
                .build();
    }

    /** Ends the session everywhere and asks the browser to forget what it kept. */
    @POST
    @Path("sign-out")
    public Response signOut() {
        visitor.sessionPerson().ifPresent(signIns::signOut);
        visitor.leaves();
        return Response.seeOther(URI.create("/signed-out"))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }

    public static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    /** The page to sign in at, for other ways in that lead back to it. */
    public static TemplateInstance page(SignInForm form) {
        return Templates.signIn(form);
    }
}
