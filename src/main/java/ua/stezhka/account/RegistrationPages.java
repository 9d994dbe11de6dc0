package ua.stezhka.account;

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
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;

/** The page on which a guest gets an account and keeps everything done so far. */
@Path("/registration")
@RunOnVirtualThread
public class RegistrationPages {
    private final Registrations registrations;
    private final Visitor visitor;
    private final Frame frame;

    RegistrationPages(Registrations registrations, Visitor visitor, Frame frame) {
        this.registrations = registrations;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance registration(RegistrationForm form);
    }

    @GET
    public Object form(@QueryParam("next") @DefaultValue("/my") String next) {
        if (visitor.registered()) {
            return Response.seeOther(LocalPath.of(next)).build();
        }
        return Templates.registration(
                new RegistrationForm("", "", "", false, next, hasProgress(), new Faults(frame.locale())));
    }

    @POST
    public Response register(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("loginName") @DefaultValue("") String loginName,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("next") @DefaultValue("/my") String next) {
        if (visitor.registered()) {
            return Response.seeOther(LocalPath.of(next)).build();
        }
        NewAccount account = new NewAccount(name, loginName, password, email);
        Faults faults = account.check(new Faults(frame.locale()));
        if (faults.isEmpty()) {
            boolean known = visitor.personId().isPresent();
            try {
                String hash = registrations.hash(password);
                var session = visitor.sessionPerson();
                var guest = visitor.personIdOrNewGuest();
                visitor.becomes(registrations.register(
                        guest, session.map(SessionPerson::sessionId).orElse(null), account, hash));
                return Response.seeOther(LocalPath.of(next)).build();
            } catch (UnableToExecuteStatementException taken) {
                Registrations.explain(taken, faults);
                if (!known) {
                    visitor.leaves();
                }
            }
        }
        boolean ask = faults.has("loginName") || !account.loginName().isEmpty();
        RegistrationForm again = new RegistrationForm(
                account.name(), account.signInName(), account.email(), ask, next, hasProgress(), faults);
        return Response.status(422).entity(Templates.registration(again)).build();
    }

    private boolean hasProgress() {
        return visitor.personId().isPresent();
    }
}
