package ua.stezhka.people;

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
import ua.stezhka.account.AccountTaken;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.Registrations;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Throttle;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** The door of who was invited: a password, and the account is there. */
@Path("/invitation")
@RunOnVirtualThread
public class InvitationPages {
    /** No name to sign in with has this sign, so guesses here wait by themselves. */
    private static final String DOOR = "\u0001invitation ";

    private final Invitations invitations;
    private final InvitedAccounts accounts;
    private final Registrations registrations;
    private final Throttle throttle;
    private final Visitor visitor;
    private final Frame frame;

    InvitationPages(
            Invitations invitations,
            InvitedAccounts accounts,
            Registrations registrations,
            Throttle throttle,
            Visitor visitor,
            Frame frame) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.registrations = registrations;
        this.throttle = throttle;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance acceptance(AcceptanceForm form);
    }

    @GET
    public TemplateInstance form(
            @QueryParam("code") @DefaultValue("") String code, @Context HttpServerRequest request) {
        Invitations.Open invitation = open(code, request);
        return Templates.acceptance(new AcceptanceForm(
                code,
                invitation.name(),
                invitation.loginName(),
                !invitation.loginName().isEmpty(),
                new Faults(frame.locale())));
    }

    @POST
    public Response accept(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("loginName") @DefaultValue("") String loginName,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        Invitations.Open invitation = open(code, request);
        NewAccount account = new NewAccount(name, loginName, password, invitation.email());
        Faults faults = account.check(new Faults(frame.locale()));
        if (faults.isEmpty()) {
            String hash = registrations.hash(password);
            try {
                visitor.becomes(accounts.accept(code, account, hash, visitor.sessionPerson()));
                return Response.seeOther(URI.create("/my")).build();
            } catch (AccountTaken taken) {
                taken.tell(faults);
            }
        }
        boolean ask = faults.has("loginName") || !account.loginName().isEmpty();
        return Response.status(422)
                .entity(Templates.acceptance(
                        new AcceptanceForm(code, account.name(), account.signInName(), ask, faults)))
                .build();
    }

    /** A wrong secret, one out of date and a used one look the same; after some wrong ones the wait grows, as at every door. */
    private Invitations.Open open(String code, HttpServerRequest request) {
        if (code.isEmpty()) {
            throw Problem.notFound("account.invitation_over");
        }
        String address = SignInPages.address(request);
        throttle.check(DOOR + address, address);
        Invitations.Open invitation = invitations.find(code).orElseThrow(() -> {
            throttle.failed(DOOR + address, address);
            return Problem.notFound("account.invitation_over");
        });
        if (visitor.registered()) {
            throw Problem.conflict("account.signed_in_already");
        }
        return invitation;
    }
}
