package ua.stezhka.learning;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.QrCode;

/** A lesson to print: for the wall beside the computer, for a neighbour, for a day without electricity. */
@Path("/courses/{slug}/lessons/{lesson}/sheet")
@RunOnVirtualThread
public class LessonSheetPages {
    private final Courses courses;
    private final PlatformConfig config;
    private final Frame frame;

    LessonSheetPages(Courses courses, PlatformConfig config, Frame frame) {
        this.courses = courses;
        this.config = config;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "learning")
    static class Templates {
        static native TemplateInstance sheet(LessonSheet page);
    }

    @GET
    public TemplateInstance sheet(
            @PathParam("slug") String slug, @PathParam("lesson") String lessonId, @Context UriInfo uri) {
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        Revision.Lesson lesson = revision.lesson(lessonId).orElseThrow(Problem::notFound);
        Locale locale = frame.locale();
        String address = address(uri.getBaseUri(), slug, lessonId);
        QrCode qr = new QrCode(address);
        return Templates.sheet(new LessonSheet(
                slug,
                revision.title().in(locale),
                lessonId,
                lesson.title().in(locale),
                lesson.title().languageIn(locale),
                lesson.position(),
                lesson.steps().stream()
                        .map(step -> new LessonSheet.Part(
                                step.title().in(locale),
                                new RawString(step.html().in(locale))))
                        .toList(),
                Dates.longDate(revision.checkedOn(), locale),
                address,
                qr.svgPath(),
                qr.svgSize()));
    }

    private String address(URI site, String slug, String lessonId) {
        return config.origin().orElse(site.getScheme() + "://" + site.getAuthority()) + "/courses/" + slug + "/lessons/"
                + lessonId;
    }
}
