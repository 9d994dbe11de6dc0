package ua.stezhka.analysis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;

/** Counts all statistics anew. */
@Path("/analysis/recount")
@RunOnVirtualThread
public class RecountPages {
    private final Recount recount;
    private final AuditTrail audit;
    private final Visitor visitor;

    RecountPages(Recount recount, AuditTrail audit, Visitor visitor) {
        this.recount = recount;
        this.audit = audit;
        this.visitor = visitor;
    }

    /** Takes about a minute for each million answers; pages show the old figures meanwhile. */
    @POST
    public Response recount() {
        visitor.require(Permission.RECOUNT_STATISTICS);
        Recount.Outcome outcome = recount.all();
        audit.note(AuditNote.of("analysis.recounted")
                .by(visitor.requireRegistered())
                .with("number", Integer.toString(outcome.attempts()))
                .with("different", Integer.toString(outcome.different())));
        return Response.seeOther(
                        URI.create("/analysis?counted=" + outcome.attempts() + "&different=" + outcome.different()))
                .build();
    }
}
