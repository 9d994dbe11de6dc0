package ua.stezhka.quiz;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;

/** Whether every score is the one that the log of its attempt gives. */
@Path("/administration/scores")
@RunOnVirtualThread
public class ScorePages {
    private final ScoreChecks checks;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final PlatformConfig config;

    ScorePages(ScoreChecks checks, AuditTrail audit, Visitor visitor, PlatformConfig config) {
        this.checks = checks;
        this.audit = audit;
        this.visitor = visitor;
        this.config = config;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        static native TemplateInstance scores(ScoresView page);
    }

    @GET
    public TemplateInstance last() {
        visitor.require(Permission.CHECK_SCORES);
        return Templates.scores(checks.last()
                .map(outcome -> new ScoresView(
                        Dates.dateTime(outcome.ranAt(), config.zone()), outcome.attempts(), outcome.differing()))
                .orElseGet(() -> new ScoresView("", 0, List.of())));
    }

    @POST
    @Path("check")
    public Response check() {
        visitor.require(Permission.CHECK_SCORES);
        ScoreChecks.Outcome outcome = checks.checkNow();
        audit.note(AuditNote.of("quiz.scores_checked")
                .with("number", Integer.toString(outcome.differing().size())));
        return Response.seeOther(URI.create("/administration/scores")).build();
    }
}
