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

/** A person's own settings: the name on certificates, the password, signing out. */
@Path("/settings")
@RunOnVirtualThread
public class SettingsPages {
    private final Registrations registrations;
    private final SignIns signIns;
    private final Visitor visitor;
    private final Frame frame;

    SettingsPages(Registrations registrations, SignIns signIns, Visitor visitor, Frame frame) {
        this.registrations = registrations;
        this.signIns = signIns;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance settings(SettingsForm form);
    }

    @GET
    public TemplateInstance settings(@QueryParam("saved") @DefaultValue("") String saved) {
        visitor.requireRegistered();
        return Templates.settings(new SettingsForm(visitor.name(), saved, new Faults(frame.locale())));
    }

    @POST
    @Path("name")
    public Response rename(@FormParam("name") @DefaultValue("") String typed) {
        UUID person = visitor.requireRegistered();
        String name = LoginName.clean(typed);
        Faults faults = new NewAccount(name, "", "long enough", "").check(new Faults(frame.locale()));
        if (!faults.isEmpty()) {
            return again(name, faults);
        }
        registrations.rename(person, name);
        return Response.seeOther(URI.create("/settings?saved=name")).build();
    }

    @POST
    @Path("password")
    public Response changePassword(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        UUID person = visitor.requireRegistered();
        Faults faults = new Faults(frame.locale());
        if (current.isEmpty()) {
            faults.add("current", "account.password_missing");
        }
        NewAccount.checkPassword("password", password, faults);
        try {
            if (faults.isEmpty() && !signIns.confirms(person, current, SignInPages.address(request))) {
                faults.add("current", "account.current_password_wrong");
            }
        } catch (Problem.TooMany wait) {
            faults.add("current", "account.sign_in_wait");
        }
        if (!faults.isEmpty()) {
            return again(visitor.name(), faults);
        }
        UUID session = visitor.sessionPerson().orElseThrow().sessionId();
        registrations.changePassword(person, session, registrations.hash(password));
        return Response.seeOther(URI.create("/settings?saved=password")).build();
    }

    private static Response again(String name, Faults faults) {
        return Response.status(422)
                .entity(Templates.settings(new SettingsForm(name, "", faults)))
                .build();
    }
}
