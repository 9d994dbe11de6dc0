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
import ua.stezhka.question.Answer;
import ua.stezhka.question.Answers;
import ua.stezhka.question.AttemptForm;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.RehearsalForm;

/** An open attempt, one question a page; everything works without script, the script only saves sooner. */
@Path("/attempts/{attempt}")
@RunOnVirtualThread
public class AttemptPages {
    private static final String PRESSED = "pressed";

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
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow(Problem::notFound);
        if (!sheet.open()) {
            if (sheet.timedOut()) {
                save(person, sheet, slot, given(slot, form), form);
            }
            return Response.seeOther(resultOf(attempt)).build();
        }
        String go = RehearsalForm.pressed(form) ? PRESSED : AttemptForm.field(form, "go");
        Given given = go.equals("clear") ? Given.CLEARED : given(slot, form);
        boolean flagged = form.containsKey("flag");
        if (flagged != slot.flagged()) {
            attempts.flag(person, attempt, position, flagged);
        }
        Saved saved = save(person, sheet, slot, given, form);
        if (saved.late) {
            return Response.seeOther(reviewOf(attempt)).build();
        }
        Optional<Given> unsaved = saved.unsaved;
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

    /**
     * What became of a form.
     *
     * @param unsaved what could not be saved because another window saved something else; empty when nothing is lost
     * @param late    the time was over
     */
    private record Saved(Optional<Given> unsaved, boolean late) {
        static final Saved WELL = new Saved(Optional.empty(), false);
    }

    private Saved save(
            UUID person, AttemptSheet sheet, AttemptSheet.Slot slot, Given given, Map<String, List<String>> form) {
        boolean rehearsal = versions.question(slot.questionVersionId()).body() instanceof QuestionBody.Rehearsal;
        if (given.changesNothingIn(slot.given()) || rehearsal && !RehearsalForm.made(form)) {
            return Saved.WELL;
        }
        SaveOutcome outcome = AttemptFaults.refused(() -> responses.save(
                person,
                sheet.id(),
                slot.position(),
                AttemptForm.saveId(form, given),
                AttemptForm.baseRevision(form),
                body -> given));
        return switch (outcome) {
            case SaveOutcome.Saved saved -> Saved.WELL;
            case SaveOutcome.Late late -> new Saved(Optional.empty(), true);
            case SaveOutcome.Stale stale ->
                stale.says(given) || rehearsal && nothingLost(stale, given)
                        ? Saved.WELL
                        : new Saved(Optional.of(given), false);
        };
    }

    /** A press that is saved already, perhaps with further ones; or no press at all, where there is no new beginning. */
    private static boolean nothingLost(SaveOutcome.Stale stale, Given given) {
        return !(given.answer() instanceof Answer.Rehearsal presses) || stale.holds(presses);
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
            case PRESSED -> URI.create(questionOf(attempt, position) + "#result");
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
