package ua.stezhka.analysis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** Statistics for programs: the same figures as on the pages, as numbers. */
@Path("/api/v1/analysis")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
public class AnalysisResource {
    private final Healths healths;
    private final Visitor visitor;
    private final Frame frame;

    AnalysisResource(Healths healths, Visitor visitor, Frame frame) {
        this.healths = healths;
        this.visitor = visitor;
        this.frame = frame;
    }

    @GET
    @Path("quizzes")
    @Operation(operationId = "listQuizStatistics", summary = "How all quizzes measure")
    @APIResponse(responseCode = "200", description = "Final quizzes, each in its newest answered version")
    @APIResponse(responseCode = "403", description = "No role that may see statistics")
    public List<QuizStatistics> quizzes() {
        boolean exact = look();
        return healths.all().stream()
                .map(quiz -> QuizStatistics.of(quiz, exact, frame.locale()))
                .toList();
    }

    @GET
    @Path("quizzes/{id}")
    @Operation(operationId = "getQuizStatistics", summary = "How a quiz and its questions measure")
    @APIResponse(responseCode = "200", description = "The newest answered version, or the one asked for")
    @APIResponse(responseCode = "403", description = "No role that may see statistics")
    @APIResponse(responseCode = "404", description = "No such quiz or version")
    public QuizStatistics quiz(@PathParam("id") String id, @QueryParam("version") Optional<String> version) {
        boolean exact = look();
        return QuizStatistics.of(healths.quiz(AnalysisPages.id(id), version(version)), exact, frame.locale());
    }

    @GET
    @Path("questions/{id}")
    @Operation(operationId = "getQuestionStatistics", summary = "How a question measures, over all quizzes that ask it")
    @APIResponse(responseCode = "200", description = "The newest answered version, or the one asked for")
    @APIResponse(responseCode = "403", description = "No role that may see statistics")
    @APIResponse(responseCode = "404", description = "No such question or version")
    public QuestionStatistics question(@PathParam("id") String id, @QueryParam("version") Optional<String> version) {
        boolean exact = look();
        return QuestionStatistics.of(
                healths.question(AnalysisPages.id(id), version(version)).health(), exact, frame.locale());
    }

    private boolean look() {
        visitor.require(Permission.SEE_STATISTICS);
        return visitor.may(Permission.SEE_ENROLMENTS);
    }

    private static @Nullable UUID version(Optional<String> version) {
        return version.map(AnalysisPages::id).orElse(null);
    }
}
