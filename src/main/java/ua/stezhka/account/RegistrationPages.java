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
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;

/** The page on which a guest gets an account and keeps everything done so far. */
@Path("/registration")
@RunOnVirtualThread
public class RegistrationPages {
    private final Registrations registrations;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Frame frame;

    RegistrationPages(Registrations registrations, Sessions sessions, Visitor visitor, Frame frame) {
        this.registrations = registrations;
        this.sessions = sessions;
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
            Optional<NewSession> session = register(account, faults);
            if (session.isPresent()) {
                visitor.becomes(session.get());
                return Response.seeOther(LocalPath.of(next)).build();
            }
        }
        boolean ask = faults.has("loginName") || !account.loginName().isEmpty();
        RegistrationForm again = new RegistrationForm(
                account.name(), account.signInName(), account.email(), ask, next, hasProgress(), faults);
        return Response.status(422).entity(Templates.registration(again)).build();
    }

    private Optional<NewSession> register(NewAccount account, Faults faults) {
        String hash = registrations.hash(account.password());
        Optional<SessionPerson> before = visitor.sessionPerson();
        UUID guest = visitor.personIdOrNewGuest();
        try {
            return Optional.of(registrations.register(
                    guest, before.map(SessionPerson::sessionId).orElse(null), account, hash));
        } catch (AccountTaken taken) {
            // A second press of the button finds the account of the first.
            if (registrations.isOf(guest, account)) {
                return Optional.of(sessions.start(guest));
            }
            if (before.isEmpty()) {
                visitor.leaves();
            }
            taken.tell(faults);
            return Optional.empty();
        }
    }

    private boolean hasProgress() {
        return visitor.personId().isPresent();
    }
}
