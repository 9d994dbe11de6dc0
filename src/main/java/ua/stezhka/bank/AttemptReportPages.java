package ua.stezhka.bank;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.quiz.QuestionBank;

/** «Щось не так із запитанням?» in the middle of a quiz. */
@Path("/attempts/{attempt}/questions/{position}/report")
@RunOnVirtualThread
public class AttemptReportPages {
    private final Reporting reporting;
    private final QuestionBank bank;
    private final Visitor visitor;

    AttemptReportPages(Reporting reporting, QuestionBank bank, Visitor visitor) {
        this.reporting = reporting;
        this.bank = bank;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance ask(@PathParam("attempt") UUID attempt, @PathParam("position") int position) {
        return reporting.ask(place(attempt, position));
    }

    @POST
    public Response report(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("words") @DefaultValue("") String words) {
        return reporting.report(place(attempt, position), kind, words);
    }

    private Reporting.Place place(UUID attempt, int position) {
        return new Reporting.Place(
                "quiz",
                "/attempts/" + attempt + "/questions/" + position,
                bank.asked(visitor.requirePersonId(), attempt, position));
    }
}
