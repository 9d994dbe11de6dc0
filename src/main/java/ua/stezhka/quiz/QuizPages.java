package ua.stezhka.quiz;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** The final quiz of a course: what to expect, and the start. */
@Path("/courses/{course}/quiz")
@RunOnVirtualThread
public class QuizPages {
    private final QuizViews views;
    private final Attempts attempts;
    private final Visitor visitor;
    private final Frame frame;

    QuizPages(QuizViews views, Attempts attempts, Visitor visitor, Frame frame) {
        this.views = views;
        this.attempts = attempts;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        static native TemplateInstance before(BeforeView page);
    }

    /** What is asked, how long it takes, how often one may try, what comes after. */
    @GET
    public TemplateInstance before(@PathParam("course") String course) {
        return Templates.before(views.before(visitor.personId().orElse(null), course, frame.locale()));
    }

    /** Begins an attempt, or goes on with the one that is open. */
    @POST
    @Path("attempts")
    public Response start(@PathParam("course") String course) {
        views.requireCourse(course);
        UUID attempt = attempts.start(Learner.orNewGuest(visitor), QuizDraft.finalOf(course));
        return Response.seeOther(URI.create("/attempts/" + attempt)).build();
    }
}
