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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Registrations;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** The administrator's page of one person, and the small deeds on it: the name, the sessions. */
@Path("/administration/people/{id}")
@RunOnVirtualThread
public class PersonPages {
    private final PersonAccounts accounts;
    private final Registrations registrations;
    private final Blocks blocks;
    private final Visitor visitor;
    private final Frame frame;

    PersonPages(PersonAccounts accounts, Registrations registrations, Blocks blocks, Visitor visitor, Frame frame) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.blocks = blocks;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance person(PersonView page);

        static native TemplateInstance personName(PersonNameForm form);

        static native TemplateInstance deed(DeedForm form);
    }

    /** A merged account leads to the one that goes on. */
    @GET
    public Object person(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        visitor.require(Permission.SEE_PEOPLE);
        PersonAccount account = accounts.of(id);
        UUID into = account.mergedInto();
        return into == null
                ? Templates.person(new PersonView(account, done))
                : Response.seeOther(URI.create("/administration/people/" + into))
                        .build();
    }

    @GET
    @Path("name")
    public TemplateInstance askName(@PathParam("id") UUID id) {
        visitor.require(Permission.MANAGE_PEOPLE);
        PersonAccount account = accounts.of(id);
        return Templates.personName(new PersonNameForm(account, account.name(), new Faults(frame.locale())));
    }

    @POST
    @Path("name")
    public Response rename(@PathParam("id") UUID id, @FormParam("name") @DefaultValue("") String typed) {
        visitor.require(Permission.MANAGE_PEOPLE);
        PersonAccount account = accounts.of(id);
        String name = LoginName.clean(typed);
        Faults faults = NewAccount.checkName("name", name, new Faults(frame.locale()));
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.personName(new PersonNameForm(account, name, faults)))
                    .build();
        }
        registrations.rename(id, name);
        return done(account, "renamed");
    }

    @GET
    @Path("sessions")
    public TemplateInstance askToEndSessions(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        return Templates.deed(DeedForm.of("endSessions", accounts.of(id), "sessions", frame.locale()));
    }

    @POST
    @Path("sessions")
    public Response endSessions(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        PersonAccount account = accounts.of(id);
        blocks.endSessions(id, visitor.requireRegistered());
        return done(account, "sessionsEnded");
    }

    static Response done(PersonAccount account, String what) {
        return Response.seeOther(URI.create(account.address() + "?done=" + what))
                .build();
    }
}
