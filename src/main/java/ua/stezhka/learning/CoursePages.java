package ua.stezhka.learning;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import ua.stezhka.account.Visitor;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageWriter;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.SameForStrangers;

/** The page of a course: what it gives, its lessons, how far the person is, and one button. */
@Path("/courses/{slug}")
@RunOnVirtualThread
public class CoursePages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CourseViews views;
    private final Visitor visitor;
    private final Frame frame;

    CoursePages(Courses courses, Enrolments enrolments, CourseViews views, Visitor visitor, Frame frame) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.views = views;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "learning")
    static class Templates {
        static native TemplateInstance course(CourseView page);
    }

    @GET
    @SameForStrangers
    @Produces(MediaType.TEXT_HTML)
    public byte[] course(@PathParam("slug") String slug) {
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        Optional<CourseProgress> progress = visitor.personId().flatMap(person -> enrolments.progress(person, revision));
        return PageWriter.draw(Templates.course(views.view(revision, progress, frame.locale())));
    }
}
