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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.stezhka.account.AccountLetters;
import ua.stezhka.account.Permission;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PageOf;

/** Invites people, and shows who has not come yet. */
@Path("/administration/invitations")
@RunOnVirtualThread
public class InvitationAdministrationPages {
    private final Invitations invitations;
    private final InvitationList list;
    private final AccountLetters letters;
    private final Visitor visitor;
    private final Frame frame;

    InvitationAdministrationPages(
            Invitations invitations, InvitationList list, AccountLetters letters, Visitor visitor, Frame frame) {
        this.invitations = invitations;
        this.list = list;
        this.letters = letters;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance invitations(PageOf<InvitedPerson> people);

        static native TemplateInstance invitationForm(InvitationForm form);

        static native TemplateInstance invitationLinks(InvitationLinks links);
    }

    @GET
    public TemplateInstance invitations(@QueryParam("page") @DefaultValue("1") int page) {
        visitor.require(Permission.MANAGE_PEOPLE);
        return Templates.invitations(list.page(PageOf.number(page), frame.locale()));
    }

    @GET
    @Path("new")
    public TemplateInstance ask() {
        visitor.require(Permission.MANAGE_PEOPLE);
        return form(
                new NewInvitation(Ids.next(), "", "", "", List.of()),
                List.of(),
                Scope.Kind.EVERYWHERE.key(),
                "",
                new Faults(frame.locale()));
    }

    /** Shows the link in the answer itself: it is kept nowhere. A second press shows a new one, which counts instead. */
    @POST
    public Response invite(
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("loginName") @DefaultValue("") String loginName,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("role") List<String> roles,
            @FormParam("kind") @DefaultValue("everywhere") String kind,
            @FormParam("scopeId") @DefaultValue("") String scopeId,
            @Context UriInfo uri) {
        visitor.require(Permission.MANAGE_PEOPLE);
        visitor.require(Permission.GRANT_ROLES);
        Faults faults = new Faults(frame.locale());
        List<RoleGrant> grants = new ArrayList<>();
        roles.forEach(role -> new TypedGrant(role, kind, scopeId).read(faults).ifPresent(grants::add));
        NewInvitation person = new NewInvitation(idOf(id), name, loginName, email, grants);
        invitations.check(person, faults);
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(form(person, roles, kind, scopeId, faults))
                    .build();
        }
        String link = invitations.invite(person, site(uri), visitor.requireRegistered());
        return shown(list.of(person.id(), frame.locale()), link);
    }

    @POST
    @Path("{id}/link")
    public Response renew(@PathParam("id") UUID id, @Context UriInfo uri) {
        visitor.require(Permission.MANAGE_PEOPLE);
        String link = invitations.renew(id, site(uri), visitor.requireRegistered());
        return shown(list.of(id, frame.locale()), link);
    }

    @POST
    @Path("{id}/withdrawal")
    public Response withdraw(@PathParam("id") UUID id) {
        visitor.require(Permission.MANAGE_PEOPLE);
        invitations.withdraw(id, visitor.requireRegistered());
        return Response.seeOther(URI.create("/administration/invitations")).build();
    }

    private TemplateInstance form(
            NewInvitation person, List<String> roles, String kind, String scopeId, Faults faults) {
        return Templates.invitationForm(new InvitationForm(
                person.id(),
                person.name(),
                person.loginName(),
                person.email(),
                roles,
                kind,
                scopeId,
                RoleWords.roles(frame.locale()),
                RoleWords.scopes(kind, frame.getCommunity(), frame.locale()),
                faults));
    }

    private Response shown(InvitedPerson person, String link) {
        int byLetter = letters.work() && !person.email().isEmpty() ? 1 : 0;
        return Response.ok(Templates.invitationLinks(new InvitationLinks(
                        List.of(new InvitationLinks.Row(person.name(), person.roles(), link)), byLetter)))
                .build();
    }

    static String site(UriInfo uri) {
        return uri.getBaseUri().toString().replaceAll("/$", "");
    }

    private static UUID idOf(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notOfOurForm) {
            return Ids.next();
        }
    }
}
