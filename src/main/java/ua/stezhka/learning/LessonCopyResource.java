package ua.stezhka.learning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Problem;

/** What it takes to keep a course on a device; the size can be told before anything is loaded. */
@Path("/api/v1/courses/{slug}/copy")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courses")
public class LessonCopyResource {
    private final Courses courses;
    private final LessonCopies copies;

    LessonCopyResource(Courses courses, LessonCopies copies) {
        this.courses = courses;
        this.copies = copies;
    }

    @GET
    @Operation(
            operationId = "courseCopy",
            summary = "What to load to read a course without a network, and how much it is")
    @APIResponse(responseCode = "200", description = "The lessons and the files that they need")
    @APIResponse(responseCode = "404", description = "There is no such course")
    public CourseCopy copy(
            @PathParam("slug") String slug,
            @Parameter(description = "uk or en", example = "uk") @QueryParam("lang") @Nullable String lang) {
        Locale locale = Languages.of(lang);
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        List<LessonPart> lessons = new ArrayList<>();
        for (Revision.Lesson lesson : revision.lessons()) {
            LessonCopies.Copy copy = copies.copy(revision, lesson, locale);
            lessons.add(new LessonPart(
                    lesson.id(),
                    lesson.title().in(locale),
                    "/offline/" + locale.getLanguage() + "/courses/" + slug + "/lessons/" + lesson.id(),
                    copy.html().length,
                    copy.print()));
        }
        long bytes = lessons.stream().mapToLong(LessonPart::bytes).sum();
        return new CourseCopy(
                slug,
                revision.title().in(locale),
                bytes + copies.bytesOfFiles(),
                lessons,
                "/offline/" + locale.getLanguage(),
                LessonCopies.files());
    }

    /**
     * A course to keep.
     *
     * @param bytes   room that all of it takes on a device
     * @param page    address of the page to show when a page cannot be had
     * @param files   addresses of what the pages need
     */
    public record CourseCopy(
            String course, String title, long bytes, List<LessonPart> lessons, String page, List<String> files) {}

    /** @param print changes whenever the page changes */
    public record LessonPart(String lesson, String title, String address, int bytes, String print) {}
}
