package ua.stezhka.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;

/** Begins and ends the work for a person in this browser. */
@Path("/desk/help")
@RunOnVirtualThread
public class HelpPages {
    private final Desk desk;
    private final Helps helps;
    private final Visitor visitor;

    HelpPages(Desk desk, Helps helps, Visitor visitor) {
        this.desk = desk;
        this.helps = helps;
        this.visitor = visitor;
    }

    /** From now on this browser learns for the person; the helper's own session waits aside. */
    @POST
    @Path("begin/{person}")
    public Response begin(@PathParam("person") UUID id) {
        AssistedRecords.Known person = desk.person(id);
        visitor.becomes(helps.begin(id, desk.assistant(person.scope()), desk.session()));
        return Response.seeOther(URI.create("/my")).build();
    }

    /** The helper's own session comes back. A second press finds it back already. */
    @POST
    @Path("end")
    public Response end() {
        SessionPerson helped = visitor.sessionPerson()
                .filter(person -> person.way() == Way.HELPED)
                .orElse(null);
        if (helped == null) {
            return Response.seeOther(URI.create("/desk")).build();
        }
        Optional<NewSession> own = helps.end(helped);
        own.ifPresentOrElse(visitor::becomes, visitor::leaves);
        return Response.seeOther(URI.create(own.isPresent() ? "/desk/people/" + helped.personId() : "/sign-in"))
                .build();
    }
}
