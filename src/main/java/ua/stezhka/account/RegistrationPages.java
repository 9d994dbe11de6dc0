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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.Problem;

/** The page on which a guest gets an account and keeps everything done so far. */
@Path("/registration")
@RunOnVirtualThread
public class RegistrationPages {
    private final Registrations registrations;
    private final Minors minors;
    private final SignIns signIns;
    private final Visitor visitor;
    private final Frame frame;

    RegistrationPages(Registrations registrations, Minors minors, SignIns signIns, Visitor visitor, Frame frame) {
        this.registrations = registrations;
        this.minors = minors;
        this.signIns = signIns;
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
                new RegistrationForm("", "", "", false, next, hasProgress(), false, "", new Faults(frame.locale())));
    }

    @POST
    public Response register(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("loginName") @DefaultValue("") String loginName,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("minor") @DefaultValue("") String minor,
            @FormParam("birthYear") @DefaultValue("") String typedYear,
            @FormParam("next") @DefaultValue("/my") String next,
            @Context HttpServerRequest request) {
        if (visitor.registered()) {
            return Response.seeOther(LocalPath.of(next)).build();
        }
        NewAccount account = new NewAccount(name, loginName, password, email);
        Faults faults = account.check(new Faults(frame.locale()));
        @Nullable Integer birthYear = minor.isEmpty() ? null : year(typedYear);
        if (!minor.isEmpty()) {
            minors.fault(birthYear).ifPresent(code -> faults.add("birthYear", code));
        }
        if (faults.isEmpty()) {
            Optional<NewSession> session = register(account, birthYear, SignInPages.address(request), faults);
            if (session.isPresent()) {
                visitor.becomes(session.get());
                return Response.seeOther(LocalPath.of(next)).build();
            }
        }
        boolean ask = faults.has("loginName") || !account.loginName().isEmpty();
        RegistrationForm again = new RegistrationForm(
                account.name(),
                account.signInName(),
                account.email(),
                ask,
                next,
                hasProgress(),
                !minor.isEmpty(),
                typedYear,
                faults);
        return Response.status(422).entity(Templates.registration(again)).build();
    }

    private static @Nullable Integer year(String typed) {
        return typed.strip().matches("[0-9]{4}") ? Integer.valueOf(typed.strip()) : null;
    }

    private Optional<NewSession> register(
            NewAccount account, @Nullable Integer birthYear, String address, Faults faults) {
        String hash = registrations.hash(account.password());
        try {
            return Optional.of(minors.register(visitor.sessionPerson(), account, hash, birthYear));
        } catch (AccountTaken taken) {
            Optional<NewSession> session = ofFirstPress(account, address);
            if (session.isEmpty()) {
                taken.tell(faults);
            }
            return session;
        }
    }

    /** A second press of the button finds the account of the first. A wrong password counts here as at every door. */
    private Optional<NewSession> ofFirstPress(NewAccount account, String address) {
        try {
            return registrations.hasJustMade(account)
                    ? signIns.recognise(account.signInName(), account.password(), address)
                            .map(person -> signIns.signIn(person, Way.PASSWORD, visitor.sessionPerson()))
                    : Optional.empty();
        } catch (Problem.TooMany wait) {
            return Optional.empty();
        }
    }

    private boolean hasProgress() {
        return visitor.personId().isPresent();
    }
}
