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
import java.util.UUID;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** The e-mail address of one’s account: added, changed and taken out with the current password. */
@Path("/settings/email")
@RunOnVirtualThread
public class EmailPages {
    private final Emails emails;
    private final SignIns signIns;
    private final Throttle throttle;
    private final Visitor visitor;
    private final Frame frame;

    EmailPages(Emails emails, SignIns signIns, Throttle throttle, Visitor visitor, Frame frame) {
        this.emails = emails;
        this.signIns = signIns;
        this.throttle = throttle;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance email(EmailForm form);
    }

    @GET
    public TemplateInstance email(@QueryParam("saved") @DefaultValue("") String saved) {
        visitor.requireRegistered();
        return page("", saved, new Faults(frame.locale()));
    }

    @POST
    public Response change(
            @FormParam("email") @DefaultValue("") String typed,
            @FormParam("current") @DefaultValue("") String current,
            @Context HttpServerRequest request) {
        UUID person = visitor.requireRegistered();
        String email = LoginName.clean(typed);
        Faults faults = new Faults(frame.locale());
        NewAccount.requireEmail("email", email, faults);
        confirm(person, current, SignInPages.address(request), faults);
        if (faults.isEmpty()) {
            wish(person, email, SignInPages.address(request), faults);
        }
        return faults.isEmpty() ? done(emails.mustBeConfirmed() ? "asked" : "saved") : again(email, faults);
    }

    @POST
    @Path("removal")
    public Response remove(@FormParam("current") @DefaultValue("") String current, @Context HttpServerRequest request) {
        UUID person = visitor.requireRegistered();
        Faults faults = new Faults(frame.locale());
        confirm(person, current, SignInPages.address(request), faults);
        if (!faults.isEmpty()) {
            return again("", faults);
        }
        emails.remove(person);
        return done("removed");
    }

    /** A password is asked for after everything else is right: each one that is wrong counts as a try. */
    private void confirm(UUID person, String password, String address, Faults faults) {
        if (password.isEmpty()) {
            faults.add("current", "account.password_missing");
        } else if (faults.isEmpty()) {
            try {
                if (!signIns.confirms(person, password, address)) {
                    faults.add("current", "account.current_password_wrong");
                }
            } catch (Problem.TooMany wait) {
                faults.add("current", "account.sign_in_wait");
            }
        }
    }

    /** Letters go to whoever is named here, so nobody may have many of them sent. */
    private void wish(UUID person, String email, String address, Faults faults) {
        String key = "email/" + person;
        try {
            throttle.check(key, address);
            throttle.failed(key, address);
            emails.wish(person, email);
        } catch (Problem.TooMany wait) {
            faults.add("email", "account.sign_in_wait");
        } catch (AccountTaken taken) {
            taken.tell(faults);
        }
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/settings/email?saved=" + what)).build();
    }

    private Response again(String typed, Faults faults) {
        return Response.status(422).entity(page(typed, "", faults)).build();
    }

    private TemplateInstance page(String typed, String saved, Faults faults) {
        Emails.State state = emails.of(visitor.requireRegistered());
        return Templates.email(new EmailForm(
                typed, state.email(), state.confirmed(), state.wished(), emails.mustBeConfirmed(), saved, faults));
    }
}
