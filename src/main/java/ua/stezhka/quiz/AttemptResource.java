package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Attempts for programs: the same rights and rules as the pages. */
@Path("/api/v1/attempts/{attempt}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class AttemptResource {
    private final Attempts attempts;
    private final Responses responses;
    private final AttemptReader reader;
    private final QuizVersions versions;
    private final MarkedWorks works;
    private final Visitor visitor;
    private final Frame frame;
    private final Clock clock;
    private final QuizTimes times;

    AttemptResource(
            Attempts attempts,
            Responses responses,
            AttemptReader reader,
            QuizVersions versions,
            MarkedWorks works,
            Visitor visitor,
            Frame frame,
            Clock clock,
            QuizTimes times) {
        this.attempts = attempts;
        this.responses = responses;
        this.reader = reader;
        this.versions = versions;
        this.works = works;
        this.visitor = visitor;
        this.frame = frame;
        this.clock = clock;
        this.times = times;
    }

    @GET
    @Operation(
            operationId = "readAttempt",
            summary = "An attempt with its questions and saved answers, without the key")
    @APIResponse(responseCode = "200", description = "The attempt")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "404", description = "No such attempt of this person")
    public AttemptState read(@PathParam("attempt") UUID attempt) {
        AttemptSheet sheet = reader.whole(visitor.requirePersonId(), attempt);
        return AttemptState.of(sheet, versions::question, clock.instant(), frame.locale());
    }

    /** Saves an answer; the receipt is sent after the commit. */
    @PUT
    @Path("responses/{position}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "saveResponse", summary = "Save the answer to one question; repeating a save is harmless")
    @RequestBody(content = @Content(schema = @Schema(implementation = SaveRequest.class)))
    @APIResponse(responseCode = "200", description = "Stored for good")
    @APIResponse(responseCode = "401", description = "Nobody is known, or another person than the page belongs to")
    @APIResponse(responseCode = "404", description = "No such attempt of this person, or no such question in it")
    @APIResponse(
            responseCode = "409",
            description =
                    "quiz.stale_answer: a newer answer is stored, told in the member stored, or a press of a rehearsal would be taken back;"
                            + " quiz.attempt_closed: submitted;"
                            + " quiz.answer_late: after the deadline and the grace, kept in the log and not counted")
    @APIResponse(responseCode = "422", description = "The answer does not fit the question")
    public SaveReceipt save(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @HeaderParam("Person-Key") @Nullable String personKey,
            @Nullable JsonNode body) {
        UUID person = visitor.requirePersonId();
        if (personKey != null && !personKey.equals(Frame.keyOf(person))) {
            // On a shared computer somebody else has signed in since the page was opened.
            throw Problem.unauthenticated();
        }
        SaveOutcome outcome = AttemptFaults.refused(() -> {
            SaveRequest request = SaveRequest.read(body);
            return responses.save(person, attempt, position, request.saveId(), request.baseRevision(), request::given);
        });
        return switch (outcome) {
            case SaveOutcome.Saved saved ->
                new SaveReceipt(saved.revision(), saved.savedAt(), clock.instant(), saved.deadline());
            case SaveOutcome.Stale stale ->
                throw Problem.conflict("quiz.stale_answer", Map.of("stored", stored(stale)));
            case SaveOutcome.Late late ->
                throw Problem.conflict("quiz.answer_late", Map.of("deadline", late.deadline()));
        };
    }

    @GET
    @Path("clock")
    @Operation(
            operationId = "readAttemptClock",
            summary = "Until when an attempt is open; a page asks it again and again")
    @APIResponse(responseCode = "200", description = "Deadline and the server’s clock")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "404", description = "No such attempt of this person")
    public AttemptClock clock(@PathParam("attempt") UUID attempt) {
        return times.clock(reader.until(visitor.requirePersonId(), attempt));
    }

    @POST
    @Path("submission")
    @Operation(operationId = "submitAttempt", summary = "Submit an attempt; repeating it changes nothing")
    @APIResponse(responseCode = "200", description = "The result")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "404", description = "No such attempt of this person")
    public AttemptResult submit(@PathParam("attempt") UUID attempt) {
        attempts.submit(Learner.of(visitor), attempt);
        return result(attempt);
    }

    @GET
    @Path("result")
    @Operation(operationId = "readResult", summary = "The result of a submitted attempt")
    @APIResponse(responseCode = "200", description = "The result")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "404", description = "No such attempt of this person")
    @APIResponse(responseCode = "409", description = "quiz.attempt_open: not submitted yet")
    public AttemptResult result(@PathParam("attempt") UUID attempt) {
        AttemptSheet sheet = reader.whole(visitor.requirePersonId(), attempt);
        if (sheet.open()) {
            throw Problem.conflict("quiz.attempt_open");
        }
        return AttemptResult.of(sheet, versions::question, works.of(sheet, frame.locale()), frame.locale());
    }

    private static Map<String, Object> stored(SaveOutcome.Stale stale) {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("revision", stale.revision());
        stored.put("state", stale.state().word());
        stored.put("answer", stale.answer());
        return stored;
    }
}
