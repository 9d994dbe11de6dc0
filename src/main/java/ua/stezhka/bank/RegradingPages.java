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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.BankedVersion;
import ua.stezhka.quiz.QuestionBank;
import ua.stezhka.quiz.Regrades;
import ua.stezhka.quiz.ScoreChange;

/** Looks at what a corrected key does to submitted attempts, and does it. */
@Path("/bank/versions/{version}/regrading")
@RunOnVirtualThread
public class RegradingPages {
    private static final int MOST_ROWS = 50;
    private static final int LONGEST_REASON = 500;
    private final QuestionBank bank;
    private final Regradings regradings;
    private final Visitor visitor;
    private final Frame frame;

    RegradingPages(QuestionBank bank, Regradings regradings, Visitor visitor, Frame frame) {
        this.bank = bank;
        this.regradings = regradings;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance regrading(RegradingView page);
    }

    @GET
    public TemplateInstance preview(@PathParam("version") UUID id) {
        visitor.require(Permission.REPAIR_ATTEMPTS);
        return Templates.regrading(view(counting(id), "", false, new Faults(frame.locale())));
    }

    /** Grades anew; a second request finds nothing left to do. */
    @POST
    public Response regrade(
            @PathParam("version") UUID id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("lowers") @DefaultValue("") String lowers) {
        visitor.require(Permission.REPAIR_ATTEMPTS);
        BankedVersion version = counting(id);
        String told = reason.strip().replace("\0", "");
        boolean lowering = lowers.equals("yes");
        Faults faults = new Faults(frame.locale());
        if (told.isEmpty()) {
            faults.add("reason", "bank.reason_missing");
        } else if (told.length() > LONGEST_REASON) {
            faults.add("reason", "bank.reason_too_long");
        }
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.regrading(view(version, told, lowering, faults)))
                    .build();
        }
        regradings.apply(id, lowering, told, visitor.requireRegistered());
        return Response.seeOther(URI.create("/bank/questions/" + version.questionId() + "?done=regraded"))
                .build();
    }

    /** A version whose key counts now: the one published last. */
    private BankedVersion counting(UUID id) {
        return bank.versions(id).stream()
                .filter(version -> version.publishedAt() != null)
                .findFirst()
                .filter(version -> version.id().equals(id))
                .orElseThrow(Problem::notFound);
    }

    private RegradingView view(BankedVersion version, String reason, boolean lowers, Faults faults) {
        Regrades.Preview preview = regradings.preview(version.id());
        Regradings.Sums sums = Regradings.Sums.of(preview.changes());
        List<ScoreChange> changing = preview.changes().stream()
                .filter(change -> change.raises() || change.lowers())
                .sorted(Comparator.comparing(ScoreChange::losesThePass)
                        .thenComparing(ScoreChange::newlyPasses)
                        .thenComparing(ScoreChange::lowers)
                        .reversed())
                .toList();
        List<ScoreChange> shown = changing.subList(0, Math.min(MOST_ROWS, changing.size()));
        Map<UUID, String> names = regradings.names(
                shown.stream().map(change -> change.learner().personId()).toList());
        return new RegradingView(
                version.id(),
                version.questionId(),
                version.plain().in(frame.locale()),
                version.plain().languageIn(frame.locale()),
                bank.rightAnswer(version.id(), frame.locale()),
                sums.raised(),
                sums.lowered(),
                sums.passed(),
                sums.failed(),
                sums.attempts() - sums.raised() - sums.lowered(),
                preview.open(),
                shown.stream().map(change -> row(change, names)).toList(),
                changing.size() - shown.size(),
                reason,
                lowers,
                faults);
    }

    private RegradingView.Row row(ScoreChange change, Map<UUID, String> names) {
        return new RegradingView.Row(
                names.getOrDefault(change.learner().personId(), ""),
                change.earnedBefore(frame.locale()),
                change.earnedAfter(frame.locale()),
                change.questions(),
                change.lowers(),
                change.newlyPasses() ? "new" : change.losesThePass() ? "lost" : "");
    }
}
