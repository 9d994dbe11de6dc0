package ua.stezhka.analysis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.CsvFile;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** How quizzes and questions measure, for those who write, review and plan. */
@Path("/analysis")
@RunOnVirtualThread
public class AnalysisPages {
    private final Healths healths;
    private final AnalysisViews views;
    private final QuestionViews questions;
    private final Visitor visitor;
    private final Frame frame;

    AnalysisPages(Healths healths, AnalysisViews views, QuestionViews questions, Visitor visitor, Frame frame) {
        this.healths = healths;
        this.views = views;
        this.questions = questions;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "analysis")
    static class Templates {
        static native TemplateInstance quizzes(StatisticsListView page);

        static native TemplateInstance quiz(QuizStatisticsView page);

        static native TemplateInstance question(QuestionStatisticsView page);
    }

    /** All quizzes. */
    @GET
    public TemplateInstance quizzes(
            @QueryParam("counted") Optional<Integer> counted, @QueryParam("different") Optional<Integer> different) {
        boolean exact = look();
        StatisticsListView list = views.list(healths.all(), exact, frame.locale());
        return Templates.quizzes(new StatisticsListView(
                list.rows(),
                visitor.may(Permission.RECOUNT_STATISTICS),
                counted.map(number -> new Words(frame.locale())
                                .get(
                                        different.orElse(0) == 0 ? "recounted" : "recountedOtherwise",
                                        number,
                                        different.orElse(0)))
                        .orElse(""),
                different.orElse(0) == 0));
    }

    @GET
    @Path("quizzes/{id}")
    public TemplateInstance quiz(
            @PathParam("id") String id,
            @QueryParam("version") Optional<String> version,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("order") @DefaultValue("") String order) {
        boolean exact = look();
        return Templates.quiz(views.quiz(
                healths.quiz(id(id), version(version)), AnalysisViews.Sort.of(sort, order), exact, frame.locale()));
    }

    /** The table of questions for a spreadsheet. */
    @GET
    @Path("quizzes/{id}/table")
    public Response table(@PathParam("id") String id, @QueryParam("version") Optional<String> version) {
        boolean exact = look();
        QuizHealth quiz = healths.quiz(id(id), version(version));
        return Response.ok(StatisticsFile.of(quiz, exact, frame.locale()), CsvFile.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"statistics-" + quiz.name().course() + ".csv\"")
                .build();
    }

    @GET
    @Path("questions/{id}")
    public TemplateInstance question(@PathParam("id") String id, @QueryParam("version") Optional<String> version) {
        boolean exact = look();
        return Templates.question(questions.of(healths.question(id(id), version(version)), exact, frame.locale()));
    }

    /** Whether small counts are shown: to those who may see who takes which course anyway. */
    private boolean look() {
        visitor.require(Permission.SEE_STATISTICS);
        return visitor.may(Permission.SEE_ENROLMENTS);
    }

    private static @Nullable UUID version(Optional<String> version) {
        return version.filter(text -> !text.isEmpty()).map(AnalysisPages::id).orElse(null);
    }

    /** @throws Problem.NotFound when it is no id */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
