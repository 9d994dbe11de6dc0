package ua.stezhka.bank;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** What people report of questions, for those who answer. */
@Path("/bank/reports")
@RunOnVirtualThread
public class BankReportPages {
    private static final Set<String> OUTCOMES = Set.of("corrected", "kept");
    private static final int LONGEST = 1000;
    private final BankNotes notes;
    private final QuestionReports reports;
    private final Visitor visitor;
    private final Frame frame;

    BankReportPages(BankNotes notes, QuestionReports reports, Visitor visitor, Frame frame) {
        this.notes = notes;
        this.reports = reports;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance reports(ReportsView page);

        static native TemplateInstance answer(AnswerForm form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("after") Optional<UUID> after,
            @QueryParam("done") @DefaultValue("") String done) {
        visitor.require(Permission.READ_BANK);
        boolean open = !state.equals("answered");
        BankNotes.Page page = notes.reports(open, after.orElse(null), frame.locale());
        return Templates.reports(new ReportsView(
                open,
                page.rows(),
                page.after() == null
                        ? null
                        : "/bank/reports?state=" + (open ? "open" : "answered") + "&after=" + page.after(),
                done.equals("answered")));
    }

    @GET
    @Path("{report}")
    public TemplateInstance one(@PathParam("report") UUID id) {
        visitor.require(Permission.READ_BANK);
        return Templates.answer(form(notes.report(id, frame.locale()), "", "", false, new Faults(frame.locale())));
    }

    /** Answers; whoever reported reads it on «Моє навчання». */
    @POST
    @Path("{report}/answer")
    public Response answer(
            @PathParam("report") UUID id,
            @FormParam("outcome") @DefaultValue("") String outcome,
            @FormParam("answer") @DefaultValue("") String typed,
            @FormParam("all") @DefaultValue("") String all) {
        visitor.require(Permission.WRITE_QUESTIONS);
        ReportRow report = notes.report(id, frame.locale());
        String words = typed.strip().replace("\0", "");
        Faults faults = new Faults(frame.locale());
        if (!OUTCOMES.contains(outcome)) {
            faults.add("outcome", "bank.outcome_missing");
        }
        if (words.length() > LONGEST) {
            faults.add("answer", "bank.words_too_long");
        } else if (words.isEmpty() && outcome.equals("kept")) {
            faults.add("answer", "bank.answer_missing");
        }
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.answer(form(report, outcome, words, all.equals("yes"), faults)))
                    .build();
        }
        reports.answer(id, outcome, words, all.equals("yes"), visitor.requireRegistered());
        return Response.seeOther(URI.create("/bank/reports?done=answered")).build();
    }

    private AnswerForm form(ReportRow report, String outcome, String answer, boolean all, Faults faults) {
        List<ReportRow> others = notes.reportsOf(report.questionId(), frame.locale()).stream()
                .filter(other -> other.open() && !other.id().equals(report.id()))
                .toList();
        return new AnswerForm(report, others, outcome, answer, all, visitor.may(Permission.WRITE_QUESTIONS), faults);
    }
}
