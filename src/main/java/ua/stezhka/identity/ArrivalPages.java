package ua.stezhka.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.Problem;

/** Where somebody who came from another service for the first time makes an account, or joins the one they have. */
@Path("/sign-in/arrival")
@RunOnVirtualThread
public class ArrivalPages {
    private final VouchedIdentities identities;
    private final VouchedAccounts accounts;
    private final ArrivalCookies cookies;
    private final Visitor visitor;

    ArrivalPages(VouchedIdentities identities, VouchedAccounts accounts, ArrivalCookies cookies, Visitor visitor) {
        this.identities = identities;
        this.accounts = accounts;
        this.cookies = cookies;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance arrival(ArrivalForm form);
    }

    @GET
    public TemplateInstance form(@Context ContainerRequestContext request) {
        String name = arrival(request).vouched().name();
        return Templates.arrival(new ArrivalForm(name, visitor.name(), faults()));
    }

    /** Makes an account without a password. */
    @POST
    @Path("account")
    public Response register(
            @FormParam("name") @DefaultValue("") String typed, @Context ContainerRequestContext request) {
        VouchedIdentities.Arrival arrival = arrival(request);
        if (visitor.registered()) {
            throw Problem.conflict("account.signed_in_already");
        }
        String name = LoginName.clean(typed);
        Faults faults = new NewAccount(name, "", "long enough", "").check(faults());
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.arrival(new ArrivalForm(name, "", faults)))
                    .build();
        }
        visitor.becomes(accounts.register(visitor.sessionPerson(), secret(request), name));
        return Response.seeOther(LocalPath.of(arrival.next()))
                .cookie(cookies.noArrival())
                .build();
    }

    /** Joins the service to the account that is open in this browser. */
    @POST
    @Path("joining")
    public Response join(@Context ContainerRequestContext request) {
        VouchedIdentities.Arrival arrival = arrival(request);
        identities.join(secret(request), visitor.requireRegistered());
        return Response.seeOther(LocalPath.of(arrival.next()))
                .cookie(cookies.noArrival())
                .build();
    }

    private VouchedIdentities.Arrival arrival(ContainerRequestContext request) {
        return identities.arrival(secret(request)).orElseThrow(Problem::notFound);
    }

    private String secret(ContainerRequestContext request) {
        String secret = Cookies.value(request, cookies.arrivalName());
        return secret == null ? "" : secret;
    }

    private Faults faults() {
        return new Faults(cookies.frame().locale());
    }
}
