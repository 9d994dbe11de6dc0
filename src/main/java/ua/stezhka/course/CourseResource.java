package ua.stezhka.course;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** The catalogue for programs. */
@Path("/api/v1/courses")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courses")
public class CourseResource {
    private final Catalogue catalogue;
    private final Courses courses;

    CourseResource(Catalogue catalogue, Courses courses) {
        this.catalogue = catalogue;
        this.courses = courses;
    }

    @GET
    @Operation(operationId = "courses", summary = "The published courses, or those that fit, by slug")
    @APIResponse(responseCode = "200", description = "The courses; an empty list when none fits")
    public List<CourseSummary> courses(
            @Parameter(description = "Id of an area of the framework", example = "safety") @QueryParam("area") @Nullable
                    String area,
            @Parameter(description = "For whom; courses for everyone fit always", example = "older-people")
                    @QueryParam("audience")
                    @Nullable
                    List<String> audience,
            @Parameter(description = "basic, intermediate or advanced", example = "basic") @QueryParam("band") @Nullable
                    String band,
            @Parameter(description = "How long: 30 or 60 (up to so many minutes), or more", example = "60")
                    @QueryParam("minutes")
                    @Nullable
                    String minutes) {
        return catalogue.find(CatalogueFilter.of(area, audience, band, minutes)).stream()
                .map(CourseSummary::of)
                .toList();
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "course", summary = "One course with its sections and lessons")
    @APIResponse(responseCode = "200", description = "The course")
    @APIResponse(responseCode = "404", description = "There is no such course")
    public CourseOutline course(@Parameter(example = "internet-safety") @PathParam("slug") String slug) {
        return CourseOutline.of(courses.current(slug).orElseThrow(Problem::notFound));
    }
}
