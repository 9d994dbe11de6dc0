package ua.stezhka.quiz;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** The final quiz of a course: what to expect, and the start. */
@Path("/courses/{course}/quiz")
@RunOnVirtualThread
public class QuizPages {
    private final QuizViews views;
    private final Attempts attempts;
    private final Accommodations accommodations;
    private final Visitor visitor;
    private final Frame frame;

    QuizPages(QuizViews views, Attempts attempts, Accommodations accommodations, Visitor visitor, Frame frame) {
        this.views = views;
        this.attempts = attempts;
        this.accommodations = accommodations;
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

    /** Begins an attempt, or goes on with the one that is open; when it is too early, tells from when it is possible. */
    @POST
    @Path("attempts")
    public Response start(@PathParam("course") String course) {
        views.requireCourse(course);
        try {
            UUID attempt = attempts.start(Learner.orNewGuest(visitor), QuizDraft.finalOf(course));
            return Response.seeOther(URI.create("/attempts/" + attempt)).build();
        } catch (Problem.Conflict refused) {
            if (refused.code().equals(Turns.NOT_YET)) {
                return Response.status(Response.Status.CONFLICT)
                        .entity(before(course))
                        .build();
            }
            throw refused;
        }
    }

    /** A person chooses how much time there is, without giving a reason. */
    @POST
    @Path("time")
    public Response chooseTime(
            @PathParam("course") String course, @FormParam("allowance") @DefaultValue("") String allowance) {
        views.requireCourse(course);
        accommodations.choose(
                visitor.personIdOrNewGuest(), Accommodation.find(allowance).orElse(null));
        return Response.seeOther(URI.create("/courses/" + course + "/quiz")).build();
    }
}
