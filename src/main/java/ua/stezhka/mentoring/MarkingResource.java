package ua.stezhka.mentoring;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.MalformedAnswer;
import ua.stezhka.question.Mark;
import ua.stezhka.quiz.Marking;

/** Answers that people mark, for programs: the same rights and rules as the pages. */
@Path("/api/v1/marking")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Marking")
public class MarkingResource {
    private final Marking marking;
    private final MarkingQueue queue;
    private final MarkingViews views;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Frame frame;

    MarkingResource(
            Marking marking, MarkingQueue queue, MarkingViews views, AuditTrail audit, Visitor visitor, Frame frame) {
        this.marking = marking;
        this.queue = queue;
        this.views = views;
        this.audit = audit;
        this.visitor = visitor;
        this.frame = frame;
    }

    @GET
    @Operation(operationId = "listWorks", summary = "Answers that wait for a mark, the oldest first, at most fifty")
    @APIResponse(responseCode = "200", description = "The answers")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "403", description = "No role that marks answers")
    public List<MarkingWork> waiting(@QueryParam("course") @DefaultValue("") String course) {
        return queue.waiting(marker(), course).stream()
                .map(entry -> MarkingWork.of(entry, frame.locale()))
                .toList();
    }

    @GET
    @Path("{attempt}/{position}")
    @Operation(operationId = "readWork", summary = "An answer to be marked; who wrote it is told of the look")
    @APIResponse(responseCode = "200", description = "The answer and its criteria")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "403", description = "No role that marks answers")
    @APIResponse(responseCode = "404", description = "No such answer for this marker")
    public MarkingWork.Answer work(@PathParam("attempt") UUID attempt, @PathParam("position") int position) {
        Marking.Work work = marking.look(attempt, position, marker());
        audit.viewed("quiz.answer_viewed", work.owner().personId(), Permission.MARK_ANSWERS);
        return MarkingWork.Answer.of(views.work(work, null, null, new Faults(frame.locale()), frame.locale()));
    }

    @POST
    @Path("{attempt}/{position}/marks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "giveMark", summary = "Give a mark; the same one sent twice is given once")
    @APIResponse(responseCode = "200", description = "The mark counts")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "403", description = "No role that marks answers")
    @APIResponse(responseCode = "404", description = "No such answer for this marker")
    @APIResponse(responseCode = "409", description = "quiz.marked_meanwhile: another mark, told in the member number")
    @APIResponse(responseCode = "422", description = "Points are missing or impossible")
    public MarkingWork.MarkReceipt mark(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            MarkingWork.@Nullable NewMark mark) {
        UUID marker = marker();
        marking.look(attempt, position, marker);
        if (mark == null || mark.points() == null) {
            throw Problem.invalid(new Problem.FieldFault("points", "quiz.points_missing"));
        }
        Marking.Said said =
                new Marking.Said(marker, mark.base(), mark.points(), Objects.requireNonNullElse(mark.comment(), ""));
        Optional<Mark> other = given(() -> marking.mark(attempt, position, said));
        if (other.isPresent()) {
            throw Problem.conflict(
                    "quiz.marked_meanwhile", Map.of("number", other.get().number()));
        }
        return new MarkingWork.MarkReceipt(mark.base() + 1);
    }

    private static Optional<Mark> given(java.util.function.Supplier<Optional<Mark>> work) {
        try {
            return work.get();
        } catch (MalformedAnswer fault) {
            String code = fault.field().equals("comment") ? "quiz.comment_too_long" : "quiz.points_missing";
            throw Problem.invalid(new Problem.FieldFault(fault.field(), code));
        }
    }

    private UUID marker() {
        visitor.require(Permission.MARK_ANSWERS);
        return visitor.requirePersonId();
    }
}
