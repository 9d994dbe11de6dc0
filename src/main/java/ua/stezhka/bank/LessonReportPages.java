package ua.stezhka.bank;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.QuestionBank;
import ua.stezhka.quiz.QuizDraft;

/** «Щось не так із запитанням?» in a step of a lesson. */
@Path("/courses/{slug}/lessons/{lesson}/steps/{step}/report")
@RunOnVirtualThread
public class LessonReportPages {
    private final Reporting reporting;
    private final QuestionBank bank;
    private final Courses courses;

    LessonReportPages(Reporting reporting, QuestionBank bank, Courses courses) {
        this.reporting = reporting;
        this.bank = bank;
        this.courses = courses;
    }

    @GET
    public TemplateInstance ask(
            @PathParam("slug") String slug, @PathParam("lesson") String lesson, @PathParam("step") int step) {
        return reporting.ask(place(slug, lesson, step));
    }

    @POST
    public Response report(
            @PathParam("slug") String slug,
            @PathParam("lesson") String lesson,
            @PathParam("step") int step,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("words") @DefaultValue("") String words) {
        return reporting.report(place(slug, lesson, step), kind, words);
    }

    private Reporting.Place place(String slug, String lesson, int step) {
        String question = courses.current(slug)
                .flatMap(course -> course.lesson(lesson))
                .flatMap(found -> found.stepAt(step))
                .flatMap(Revision.Step::question)
                .orElseThrow(Problem::notFound);
        return new Reporting.Place(
                "lesson",
                "/courses/" + slug + "/lessons/" + lesson + "/steps/" + step,
                bank.askedInLesson(QuizDraft.lessonOf(slug, lesson), question));
    }
}
