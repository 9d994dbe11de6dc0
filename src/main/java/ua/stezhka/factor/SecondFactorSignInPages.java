package ua.stezhka.factor;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.Problem;

/** The step after the password: the code. Who has none yet and needs one is led to where it is set up. */
@Path(SecondFactorGate.GIVE)
@RunOnVirtualThread
public class SecondFactorSignInPages {
    private final SecondFactorCodes codes;
    private final SecondFactors factors;
    private final SecondFactorViews views;
    private final Visitor visitor;
    private final Frame frame;

    SecondFactorSignInPages(
            SecondFactorCodes codes, SecondFactors factors, SecondFactorViews views, Visitor visitor, Frame frame) {
        this.codes = codes;
        this.factors = factors;
        this.views = views;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "factor")
    static class Templates {
        static native TemplateInstance secondFactorCode(SecondFactorCodeForm form);
    }

    @GET
    public Object form(@QueryParam("next") @DefaultValue("/my") String next) {
        Optional<SessionPerson> person = owing();
        return person.isEmpty()
                ? elsewhere(next)
                : Templates.secondFactorCode(views.code(person.get().personId(), next, new Faults(frame.locale())));
    }

    @POST
    public Response give(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("next") @DefaultValue("/my") String next,
            @Context HttpServerRequest request) {
        Optional<SessionPerson> person = owing();
        if (person.isEmpty()) {
            return elsewhere(next);
        }
        try {
            Optional<SecondFactorCodes.Source> source =
                    codes.use(person.get().personId(), code, SignInPages.address(request));
            if (source.isPresent()) {
                visitor.becomes(factors.given(person.get(), source.get()));
                return Response.seeOther(LocalPath.of(next)).build();
            }
            return again(person.get(), next, "account.second_factor_code_wrong", Response.status(422));
        } catch (Problem.TooMany wait) {
            return again(
                    person.get(),
                    next,
                    "account.sign_in_wait",
                    Response.status(429)
                            .header(HttpHeaders.RETRY_AFTER, wait.retryAfter().toSeconds()));
        }
    }

    /** The person who must give a code now. */
    private Optional<SessionPerson> owing() {
        return visitor.sessionPerson().filter(person -> person.missing() == SessionPerson.Missing.CODE);
    }

    private Response elsewhere(String next) {
        String coded = "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        if (visitor.sessionPerson().filter(SessionPerson::half).isPresent()) {
            return Response.seeOther(URI.create(SecondFactorGate.SETTINGS + coded))
                    .build();
        }
        return visitor.registered()
                ? Response.seeOther(LocalPath.of(next)).build()
                : Response.seeOther(URI.create("/sign-in" + coded)).build();
    }

    private Response again(SessionPerson person, String next, String fault, Response.ResponseBuilder response) {
        Faults faults = new Faults(frame.locale());
        faults.add("code", fault);
        return response.entity(Templates.secondFactorCode(views.code(person.personId(), next, faults)))
                .build();
    }
}
