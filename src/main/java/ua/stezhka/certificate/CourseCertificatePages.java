package ua.stezhka.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.learning.CourseProgress;
import ua.stezhka.learning.Enrolments;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Leads to the certificate of a course, or says what remains to get it. */
@Path("/courses/{slug}/certificate")
@RunOnVirtualThread
public class CourseCertificatePages {
    private final CertificateReader reader;
    private final Courses courses;
    private final Enrolments enrolments;
    private final Visitor visitor;
    private final Frame frame;

    CourseCertificatePages(
            CertificateReader reader, Courses courses, Enrolments enrolments, Visitor visitor, Frame frame) {
        this.reader = reader;
        this.courses = courses;
        this.enrolments = enrolments;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance remaining(RemainingView page);
    }

    @GET
    public Object certificate(@PathParam("slug") String slug) {
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        Optional<UUID> person = visitor.personId();
        Optional<Certificate> certificate = person.flatMap(id -> reader.ofCourse(id, revision.courseId()));
        if (certificate.isPresent()) {
            return Response.seeOther(
                            URI.create("/certificates/" + certificate.get().number()))
                    .build();
        }
        Optional<CourseProgress> progress = person.flatMap(id -> enrolments.progress(id, revision));
        return Templates.remaining(remaining(revision, progress, frame.locale()));
    }

    private RemainingView remaining(Revision revision, Optional<CourseProgress> progress, Locale locale) {
        List<RemainingView.LessonLink> lessons = revision.lessons().stream()
                .filter(lesson -> progress.isEmpty() || !progress.get().lessonCompleted(lesson))
                .map(lesson -> new RemainingView.LessonLink(
                        "/courses/" + revision.slug() + "/lessons/" + lesson.id(),
                        lesson.title().in(locale)))
                .toList();
        return new RemainingView(
                revision.slug(),
                revision.title().in(locale),
                revision.title().languageIn(locale),
                lessons,
                progress.isEmpty() || progress.get().quizPassedAt() == null,
                progress.isPresent() && progress.get().completed() && !visitor.registered());
    }
}
