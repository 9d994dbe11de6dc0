package ua.stezhka.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.people.People;
import ua.stezhka.people.PeopleFilter;
import ua.stezhka.people.PersonRow;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.Problem;

/** What people asked about their data, with the days that are left to answer. */
@Path("/administration/data-requests")
@RunOnVirtualThread
public class DataRequestPages {
    private final DataRequests requests;
    private final DataExports exports;
    private final DataViews views;
    private final People people;
    private final Visitor visitor;
    private final Frame frame;

    DataRequestPages(
            DataRequests requests, DataExports exports, DataViews views, People people, Visitor visitor, Frame frame) {
        this.requests = requests;
        this.exports = exports;
        this.views = views;
        this.people = people;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance dataRequests(DataRequestsView page);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("find") @DefaultValue("") String find, @QueryParam("page") @DefaultValue("1") int page) {
        visitor.require(Permission.ANSWER_DATA_REQUESTS);
        List<PersonRow> found = find.isBlank()
                ? List.of()
                : people.search(PeopleFilter.of(find), 1, frame.locale()).rows();
        return Templates.dataRequests(new DataRequestsView(find, found, views.page(PageOf.number(page))));
    }

    /** Marks a correction as made. */
    @POST
    @Path("{request}/answer")
    public Response answer(@PathParam("request") String request) {
        visitor.require(Permission.ANSWER_DATA_REQUESTS);
        if (!requests.answer(DataPages.id(request))) {
            throw Problem.notFound();
        }
        return Response.seeOther(URI.create("/administration/data-requests")).build();
    }

    /** Gives out a copy that this administrator made for somebody at the desk, once. */
    @POST
    @Path("exports/{export}")
    public Response fetch(@PathParam("export") String export) {
        visitor.require(Permission.ANSWER_DATA_REQUESTS);
        return DataPages.zip(exports.take(DataPages.id(export), visitor.requireRegistered()));
    }
}
