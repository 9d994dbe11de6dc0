package ua.stezhka.quiz;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageWriter;
import ua.stezhka.platform.Problem;

/** An open attempt, one question a page; everything works without script, the script only saves sooner. */
@Path("/attempts/{attempt}")
@RunOnVirtualThread
public class AttemptPages {
    private final AttemptReader reader;
    private final Attempts attempts;
    private final Responses responses;
    private final QuizVersions versions;
    private final QuizViews views;
    private final Visitor visitor;
    private final Frame frame;

    AttemptPages(
            AttemptReader reader,
            Attempts attempts,
            Responses responses,
            QuizVersions versions,
            QuizViews views,
            Visitor visitor,
            Frame frame) {
        this.reader = reader;
        this.attempts = attempts;
        this.responses = responses;
        this.versions = versions;
        this.views = views;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        static native TemplateInstance question(AttemptView page);

        static native TemplateInstance review(ReviewView page);
    }

    /** Leads to the first question without an answer, or to the result. */
    @GET
    public Response resume(@PathParam("attempt") UUID attempt) {
        AttemptSheet sheet = reader.whole(visitor.requirePersonId(), attempt);
        return Response.seeOther(sheet.open() ? questionOf(attempt, sheet.resumeAt()) : resultOf(attempt))
                .build();
    }

    @GET
    @Path("questions/{position}")
    @Produces(MediaType.TEXT_HTML)
    public Object question(@PathParam("attempt") UUID attempt, @PathParam("position") int position) {
        UUID person = visitor.requirePersonId();
        AttemptSheet sheet = reader.at(person, attempt, position);
        if (!sheet.open()) {
            return Response.seeOther(resultOf(attempt)).build();
        }
        return PageWriter.draw(Templates.question(views.question(person, sheet, position, null, frame.locale())));
    }

    /** Saves what the form says and goes on; a stale form is shown both answers. */
    @POST
    @Path("questions/{position}/response")
    public Response answer(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            MultivaluedMap<String, String> form) {
        UUID person = visitor.requirePersonId();
        AttemptSheet sheet = reader.at(person, attempt, position);
        if (!sheet.open()) {
            return Response.seeOther(resultOf(attempt)).build();
        }
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow(Problem::notFound);
        String go = AttemptForm.field(form, "go");
        Given given = go.equals("clear") ? Given.CLEARED : given(slot, form);
        boolean flagged = form.containsKey("flag");
        if (flagged != slot.flagged()) {
            attempts.flag(person, attempt, position, flagged);
        }
        Optional<Given> unsaved = save(person, sheet, slot, given, form);
        if (unsaved.isPresent()) {
            AttemptSheet now = reader.at(person, attempt, position);
            return Response.status(Response.Status.CONFLICT)
                    .entity(Templates.question(views.question(person, now, position, given, frame.locale())))
                    .build();
        }
        return Response.seeOther(next(attempt, position, sheet.slots().size(), go))
                .build();
    }

    private Given given(AttemptSheet.Slot slot, Map<String, List<String>> form) {
        QuestionBody body = versions.question(slot.questionVersionId()).body();
        return Answers.ofForm(body, form, slot.shown(), QuestionView.lastOrder(slot.shown(), slot.given()));
    }

    /** What could not be saved because another window saved something else; empty when nothing is lost. */
    private Optional<Given> save(
            UUID person, AttemptSheet sheet, AttemptSheet.Slot slot, Given given, Map<String, List<String>> form) {
        if (given.changesNothingIn(slot.given())) {
            return Optional.empty();
        }
        SaveOutcome outcome = AttemptFaults.refused(() -> responses.save(
                person,
                sheet.id(),
                slot.position(),
                AttemptForm.saveId(form, given),
                AttemptForm.baseRevision(form),
                body -> given));
        return outcome instanceof SaveOutcome.Stale stale && !stale.says(given) ? Optional.of(given) : Optional.empty();
    }

    @GET
    @Path("review")
    public Object review(@PathParam("attempt") UUID attempt) {
        UUID person = visitor.requirePersonId();
        AttemptSheet sheet = reader.whole(person, attempt);
        if (!sheet.open()) {
            return Response.seeOther(resultOf(attempt)).build();
        }
        return Templates.review(views.review(person, sheet, frame.locale()));
    }

    @POST
    @Path("submission")
    public Response submit(@PathParam("attempt") UUID attempt) {
        attempts.submit(Learner.of(visitor), attempt);
        return Response.seeOther(resultOf(attempt)).build();
    }

    private static URI next(UUID attempt, int position, int count, String go) {
        return switch (go) {
            case "back" -> questionOf(attempt, Math.max(1, position - 1));
            case "clear" -> questionOf(attempt, position);
            case "review" -> reviewOf(attempt);
            case "report" -> URI.create("/attempts/" + attempt + "/questions/" + position + "/report");
            default -> position < count ? questionOf(attempt, position + 1) : reviewOf(attempt);
        };
    }

    private static URI reviewOf(UUID attempt) {
        return URI.create("/attempts/" + attempt + "/review");
    }

    private static URI questionOf(UUID attempt, int position) {
        return URI.create("/attempts/" + attempt + "/questions/" + position);
    }

    private static URI resultOf(UUID attempt) {
        return URI.create("/attempts/" + attempt + "/result");
    }
}
