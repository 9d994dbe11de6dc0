package ua.stezhka.quiz;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** The final quiz of a course for programs. */
@Path("/api/v1/courses/{course}/quiz/attempts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class QuizResource {
    private final QuizViews views;
    private final Attempts attempts;
    private final AttemptReader reader;
    private final QuizVersions versions;
    private final Visitor visitor;
    private final Frame frame;
    private final Clock clock;

    QuizResource(
            QuizViews views,
            Attempts attempts,
            AttemptReader reader,
            QuizVersions versions,
            Visitor visitor,
            Frame frame,
            Clock clock) {
        this.views = views;
        this.attempts = attempts;
        this.reader = reader;
        this.versions = versions;
        this.visitor = visitor;
        this.frame = frame;
        this.clock = clock;
    }

    /** Begins an attempt, or tells the open one; asking many times at once begins one. A browser not known becomes a guest. */
    @POST
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description =
                    "For a program without a session: 22 to 100 random characters of A–Z, a–z, 0–9, - and _. The same key is the same"
                            + " guest for five minutes, however often the request arrives; without a key each request makes another guest.")
    @Operation(operationId = "startAttempt", summary = "Begin an attempt at the final quiz of a course; idempotent")
    @APIResponse(responseCode = "200", description = "The open attempt")
    @APIResponse(responseCode = "404", description = "No such course")
    @APIResponse(
            responseCode = "409",
            description =
                    "quiz.attempt_not_yet: the quiz limits attempts; the member from says when the next one is possible")
    public AttemptState start(@PathParam("course") String course) {
        views.requireCourse(course);
        Learner learner = Learner.orNewGuest(visitor);
        UUID attempt = attempts.start(learner, QuizDraft.finalOf(course));
        return AttemptState.of(
                reader.whole(learner.personId(), attempt), versions::question, clock.instant(), frame.locale());
    }
}
