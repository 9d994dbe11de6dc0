package ua.stezhka.learning;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.PageWriter;
import ua.stezhka.platform.Problem;

/**
 * What a device keeps to be read without a network: the page that stands for all others then, and each lesson in one page. The language is a
 * part of the address, and nothing on these pages depends on who asks for them.
 */
@Path("/offline/{lang}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class LessonCopyPages {
    private final Courses courses;
    private final LessonCopies copies;
    private final Frame frame;

    LessonCopyPages(Courses courses, LessonCopies copies, Frame frame) {
        this.courses = courses;
        this.copies = copies;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "learning")
    static class Templates {
        static native TemplateInstance offline(String files);
    }

    /** The page that is shown when a page cannot be had: which lessons are here, and whom to call. */
    @GET
    public byte[] page(@PathParam("lang") String lang) {
        frame.forEverybody(language(lang), "/");
        return PageWriter.draw(Templates.offline(String.join(" ", LessonCopies.files())));
    }

    /** A whole lesson; who has it as it is now gets nothing new. */
    @GET
    @Path("courses/{slug}/lessons/{lesson}")
    public Response lesson(
            @PathParam("lang") String lang,
            @PathParam("slug") String slug,
            @PathParam("lesson") String lessonId,
            @Context Request request) {
        Locale locale = language(lang);
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        Lesson lesson = revision.lesson(lessonId).orElseThrow(Problem::notFound);
        LessonCopies.Copy copy = copies.copy(revision, lesson, locale);
        EntityTag print = new EntityTag(copy.print());
        Response.ResponseBuilder known = request.evaluatePreconditions(print);
        return (known == null ? Response.ok(copy.html()) : known)
                .tag(print)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static Locale language(String lang) {
        return Languages.ALL.stream()
                .filter(locale -> locale.getLanguage().equals(lang))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
