package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;

/** The administrator's list of people. */
@Path("/administration")
@RunOnVirtualThread
public class PeopleAdministrationPages {
    private final People people;
    private final Visitor visitor;
    private final Frame frame;

    PeopleAdministrationPages(People people, Visitor visitor, Frame frame) {
        this.people = people;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance people(PeopleView page);
    }

    @GET
    public Response start() {
        visitor.require(Permission.SEE_PEOPLE);
        return Response.seeOther(URI.create("/administration/people")).build();
    }

    @GET
    @Path("people")
    public TemplateInstance people(
            @QueryParam("find") @DefaultValue("") String find,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("page") @DefaultValue("1") int page) {
        visitor.require(Permission.SEE_PEOPLE);
        PeopleFilter filter = new PeopleFilter(find, role, state);
        return Templates.people(new PeopleView(
                filter, RoleWords.roles(frame.locale()), people.search(filter, PageOf.number(page), frame.locale())));
    }
}
