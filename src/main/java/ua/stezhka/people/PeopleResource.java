package ua.stezhka.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;

/** People for programs: the same rights as the pages. */
@Path("/api/v1/people")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class PeopleResource {
    private final People people;
    private final Visitor visitor;
    private final Frame frame;

    PeopleResource(People people, Visitor visitor, Frame frame) {
        this.people = people;
        this.visitor = visitor;
        this.frame = frame;
    }

    /** Registered people, for administrators. */
    @GET
    @Operation(operationId = "listPeople", summary = "Registered people, newest first; for administrators")
    @APIResponse(responseCode = "200", description = "One page of people")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public PageOf<PersonRow> people(
            @QueryParam("find") @DefaultValue("") String find, @QueryParam("page") @DefaultValue("1") int page) {
        visitor.require(Permission.SEE_PEOPLE);
        return people.search(PeopleFilter.of(find), PageOf.number(page), frame.locale());
    }
}
