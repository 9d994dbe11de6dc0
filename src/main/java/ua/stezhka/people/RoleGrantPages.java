package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Gives a role to a person, and takes one away. */
@Path("/administration/people/{id}/roles")
@RunOnVirtualThread
public class RoleGrantPages {
    private final PersonAccounts accounts;
    private final RoleGrants grants;
    private final Visitor visitor;
    private final Frame frame;

    RoleGrantPages(PersonAccounts accounts, RoleGrants grants, Visitor visitor, Frame frame) {
        this.accounts = accounts;
        this.grants = grants;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance roleGrant(RoleGrantForm form);
    }

    @GET
    public TemplateInstance ask(@PathParam("id") UUID id) {
        visitor.require(Permission.GRANT_ROLES);
        return Templates.roleGrant(RoleGrantForm.of(
                accounts.of(id),
                "",
                Scope.Kind.EVERYWHERE.key(),
                "",
                new Faults(frame.locale()),
                frame.getCommunity(),
                frame.locale()));
    }

    @POST
    public Response give(
            @PathParam("id") UUID id,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("scopeId") @DefaultValue("") String scopeId) {
        visitor.require(Permission.GRANT_ROLES);
        PersonAccount account = accounts.of(id);
        Faults faults = new Faults(frame.locale());
        Optional<RoleGrant> grant = new TypedGrant(role, kind, scopeId).read(faults);
        if (grant.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.roleGrant(RoleGrantForm.of(
                            account, role, kind, scopeId, faults, frame.getCommunity(), frame.locale())))
                    .build();
        }
        grants.grant(id, grant.get(), visitor.requireRegistered());
        return PersonPages.done(account, "roleGiven");
    }

    @GET
    @Path("{grant}/end")
    public TemplateInstance askToTake(@PathParam("id") UUID id, @PathParam("grant") UUID grantId) {
        visitor.require(Permission.GRANT_ROLES);
        PersonAccount account = accounts.of(id);
        RoleGrant grant = grants.find(id, grantId).orElseThrow(Problem::notFound);
        return PersonPages.Templates.deed(DeedForm.of("takeRole", account, "roles/" + grantId + "/end", frame.locale())
                .with(RoleWords.grant(grant, frame.getCommunity(), frame.locale())));
    }

    @POST
    @Path("{grant}/end")
    public Response take(@PathParam("id") UUID id, @PathParam("grant") UUID grantId) {
        visitor.require(Permission.GRANT_ROLES);
        PersonAccount account = accounts.of(id);
        RoleGrant grant = grants.find(id, grantId).orElseThrow(Problem::notFound);
        grants.end(id, grant, visitor.requireRegistered());
        return PersonPages.done(account, "roleTaken");
    }
}
