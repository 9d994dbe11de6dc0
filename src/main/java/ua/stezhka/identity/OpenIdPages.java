package ua.stezhka.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.SignInForm;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.SignIns;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.LocalPath;
import ua.stezhka.platform.Problem;

/** The way to a service that vouches for people, and back. */
@Path("/sign-in/openid/{service}")
@RunOnVirtualThread
public class OpenIdPages {
    private static final Logger LOG = Logger.getLogger(OpenIdPages.class);

    private static final int RETRY_AFTER_SECONDS = 60;

    private final IdentityProviders services;
    private final VouchedIdentities identities;
    private final ArrivalCookies cookies;
    private final SignIns signIns;
    private final Visitor visitor;

    OpenIdPages(
            IdentityProviders services,
            VouchedIdentities identities,
            ArrivalCookies cookies,
            SignIns signIns,
            Visitor visitor) {
        this.services = services;
        this.identities = identities;
        this.cookies = cookies;
        this.signIns = signIns;
        this.visitor = visitor;
    }

    /** Sends the browser to the service; all that is kept meanwhile is a cookie of this browser. */
    @GET
    public Response go(
            @PathParam("service") String name,
            @QueryParam("next") @DefaultValue("/my") String next,
            @Context ContainerRequestContext request) {
        IdentityProvider service = services.find(name).orElseThrow(Problem::notFound);
        String local = LocalPath.of(next).toString();
        SignInTicket ticket = cookies.newTicket(name, local);
        try {
            URI door = service.door(ticket, cookies.callback(request, name));
            return Response.seeOther(door).cookie(cookies.ticket(ticket)).build();
        } catch (ProviderRefused refused) {
            return refuse(name, local, refused);
        }
    }

    /** The browser comes back: with a code that says who it is, or with nothing. */
    @GET
    @Path("callback")
    public Response back(
            @PathParam("service") String name,
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("iss") @Nullable String issuer,
            @QueryParam("error") @Nullable String error,
            @Context ContainerRequestContext request) {
        IdentityProvider service = services.find(name).orElseThrow(Problem::notFound);
        Optional<SignInTicket> ticket = SignInTicket.parse(Cookies.value(request, cookies.ticketName()))
                .filter(known -> known.belongsTo(name, state));
        if (ticket.isEmpty()) {
            return refuse(name, "/my", new ProviderRefused("came back without what belongs to this browser"));
        }
        String next = LocalPath.of(ticket.get().next()).toString();
        if (code == null || code.isBlank()) {
            return refuse(name, next, withoutCode(error));
        }
        try {
            URI callback = cookies.callback(request, name);
            return welcome(service.redeem(ticket.get(), callback, new ProviderAnswer(code, issuer)), next);
        } catch (ProviderRefused refused) {
            return refuse(name, next, refused);
        }
    }

    private static ProviderRefused withoutCode(@Nullable String error) {
        return "access_denied".equals(error)
                ? new ProviderRefused(ProviderRefused.Kind.CANCELLED, "the person did not agree")
                : new ProviderRefused("came back with nothing");
    }

    private Response welcome(VouchedPerson vouched, String next) {
        Optional<VouchedIdentities.Owner> owner = identities.owner(vouched);
        if (owner.isEmpty()) {
            String secret = identities.arrive(vouched, next);
            return Response.seeOther(URI.create("/sign-in/arrival"))
                    .cookie(cookies.noTicket(), cookies.arrival(secret))
                    .build();
        }
        if (owner.get().blocked()) {
            return refuse("", next, new ProviderRefused("the account is blocked"));
        }
        if (visitor.registered()
                && !visitor.personId().equals(Optional.of(owner.get().personId()))) {
            throw Problem.conflict("account.identity_opens_one_account");
        }
        visitor.becomes(signIns.signIn(owner.get().personId(), Way.OPENID, visitor.sessionPerson()));
        return Response.seeOther(LocalPath.of(next)).cookie(cookies.noTicket()).build();
    }

    private Response refuse(String service, String next, ProviderRefused why) {
        LOG.warnf("sign-in by %s: %s", service, why.getMessage());
        Faults faults = new Faults(cookies.frame().locale());
        faults.add("login", why.kind().code);
        Response.ResponseBuilder answer = Response.status(why.kind().status)
                .entity(SignInPages.page(new SignInForm("", next, faults)))
                .cookie(cookies.noTicket());
        if (why.kind() == ProviderRefused.Kind.AWAY) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
