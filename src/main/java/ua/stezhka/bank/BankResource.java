package ua.stezhka.bank;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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
import ua.stezhka.quiz.QuestionBank;

/** The question bank for programs: the same rights as the pages. */
@Path("/api/v1/bank")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Question bank")
public class BankResource {
    private final BankSearch search;
    private final BankNotes notes;
    private final QuestionBank bank;
    private final Visitor visitor;
    private final Frame frame;

    BankResource(BankSearch search, BankNotes notes, QuestionBank bank, Visitor visitor, Frame frame) {
        this.search = search;
        this.notes = notes;
        this.bank = bank;
        this.visitor = visitor;
        this.frame = frame;
    }

    /**
     * A page of questions.
     *
     * @param after give it as {@code after} to get the next page; null on the last one
     */
    public record Questions(
            List<BankRow> questions, @Nullable UUID after) {}

    /**
     * A version of a question.
     *
     * @param state       draft, reviewed, live or retired
     * @param rightAnswer the right answer, in words
     * @param correctsId  the version whose key it corrects
     */
    public record Version(
            UUID id,
            String state,
            String prompt,
            List<String> rightAnswer,
            String competence,
            String level,
            @Nullable String difficulty,
            @Nullable String source,
            @Nullable Instant draftedAt,
            @Nullable Instant reviewedAt,
            @Nullable Instant publishedAt,
            @Nullable Instant retiredAt,
            @Nullable UUID correctsId) {}

    /** A question with all its versions, the newest first, and what people report of it. */
    public record Question(UUID id, String contentId, String type, List<Version> versions, List<ReportRow> reports) {}

    /**
     * A page of reports.
     *
     * @param after give it as {@code after} to get the next page; null on the last one
     */
    public record Reports(List<ReportRow> reports, @Nullable UUID after) {}

    @GET
    @Path("questions")
    @Operation(
            operationId = "findQuestions",
            summary = "Questions of the bank, fifty a page; for authors, reviewers and administrators")
    @APIResponse(responseCode = "200", description = "One page of questions")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "No role that reads the question bank")
    public Questions questions(@BeanParam BankQuery query, @QueryParam("after") Optional<UUID> after) {
        visitor.require(Permission.READ_BANK);
        BankSearch.Page page = search.page(query.filter(), after.orElse(null), frame.locale());
        return new Questions(page.rows(), page.after());
    }

    @GET
    @Path("questions/{question}")
    @Operation(operationId = "bankQuestion", summary = "A question with all its versions and reports")
    @APIResponse(responseCode = "200", description = "The question")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "No role that reads the question bank")
    @APIResponse(responseCode = "404", description = "No such question")
    public Question question(@PathParam("question") UUID id) {
        visitor.require(Permission.READ_BANK);
        var versions = bank.versions(id);
        var newest = versions.getFirst();
        return new Question(
                newest.questionId(),
                newest.contentId(),
                newest.type(),
                versions.stream()
                        .map(version -> new Version(
                                version.id(),
                                version.state(),
                                version.plain().in(frame.locale()),
                                bank.rightAnswer(version.id(), frame.locale()),
                                version.competence(),
                                version.level(),
                                version.difficulty(),
                                version.source(),
                                version.draftedAt(),
                                version.reviewedAt(),
                                version.publishedAt(),
                                version.retiredAt(),
                                version.correctsId()))
                        .toList(),
                notes.reportsOf(newest.questionId(), frame.locale()));
    }

    @GET
    @Path("reports")
    @Operation(
            operationId = "questionReports",
            summary = "What people report of questions; open reports, or answered ones")
    @APIResponse(responseCode = "200", description = "One page of reports")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "No role that reads the question bank")
    public Reports reports(
            @QueryParam("state") @DefaultValue("open") String state, @QueryParam("after") Optional<UUID> after) {
        visitor.require(Permission.READ_BANK);
        BankNotes.Page page = notes.reports(!state.equals("answered"), after.orElse(null), frame.locale());
        return new Reports(page.rows(), page.after());
    }
}
