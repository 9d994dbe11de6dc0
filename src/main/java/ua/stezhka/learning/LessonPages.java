package ua.stezhka.learning;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ua.stezhka.account.Visitor;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.course.Revision.Step;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageWriter;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.SameForStrangers;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.Practice;
import ua.stezhka.quiz.PracticeView;
import ua.stezhka.quiz.QuizDraft;

/** The lesson player: one idea on one screen, open to everybody, resumed where it was left. */
@Path("/courses/{slug}/lessons/{lesson}")
@RunOnVirtualThread
public class LessonPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final Progress progress;
    private final Practice practice;
    private final Visitor visitor;
    private final Frame frame;

    LessonPages(
            Courses courses,
            Enrolments enrolments,
            Progress progress,
            Practice practice,
            Visitor visitor,
            Frame frame) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.progress = progress;
        this.practice = practice;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "learning")
    static class Templates {
        static native TemplateInstance step(LessonView page);

        static native TemplateInstance finish(LessonEnd page);
    }

    /** Leads to the step at which the person left the lesson. */
    @GET
    public Response resume(@PathParam("slug") String slug, @PathParam("lesson") String lessonId) {
        Place place = place(slug, lessonId);
        int at = visitor.personId()
                .flatMap(person -> enrolments.progress(person, place.revision()))
                .map(found -> found.resumeAt(place.lesson()))
                .orElse(1);
        return Response.seeOther(place.step(at)).build();
    }

    @GET
    @Path("steps/{step}")
    @SameForStrangers
    @Produces(MediaType.TEXT_HTML)
    public byte[] step(
            @PathParam("slug") String slug,
            @PathParam("lesson") String lessonId,
            @PathParam("step") int number,
            @QueryParam("nothing") boolean nothingChosen) {
        Place place = place(slug, lessonId);
        Step step = place.lesson().stepAt(number).orElseThrow(Problem::notFound);
        Locale locale = frame.locale();
        Optional<CourseProgress> known =
                visitor.personId().flatMap(person -> enrolments.progress(person, place.revision()));
        int done = known.map(found -> found.lessons().get(lessonId))
                .map(CourseProgress.LessonProgress::stepsDone)
                .orElse(0);
        LessonView page = new LessonView(
                place.revision().id(),
                slug,
                place.revision().title().in(locale),
                lessonId,
                place.lesson().title().in(locale),
                place.lesson().title().languageIn(locale),
                place.lesson().position(),
                number,
                place.lesson().steps().size(),
                stops(number, done, place.lesson().steps().size()),
                step.title().in(locale),
                new RawString(step.html().in(locale)),
                step.question().map(question -> practice(place, question)).orElse(null),
                nothingChosen,
                number == 1 ? "" : place.step(number - 1).toString());
        return PageWriter.draw(Templates.step(page));
    }

    /** The person goes on: the step is done, the next one opens. */
    @POST
    @Path("steps/{step}/completion")
    public Response complete(
            @PathParam("slug") String slug, @PathParam("lesson") String lessonId, @PathParam("step") int number) {
        Place place = place(slug, lessonId);
        Step step = place.lesson().stepAt(number).orElseThrow(Problem::notFound);
        int steps = place.lesson().steps().size();
        Learner learner = Learner.orNewGuest(visitor);
        int done = progress.finishStep(learner, place.revision(), place.lesson(), step);
        if (number < steps) {
            return Response.seeOther(place.step(number + 1)).build();
        }
        URI next = done < steps ? place.step(done + 1) : URI.create(place.address() + "/finish");
        return Response.seeOther(next).build();
    }

    /** The person answers the check question of the step: kept and explained at once. */
    @POST
    @Path("steps/{step}/response")
    public Response answer(
            @PathParam("slug") String slug,
            @PathParam("lesson") String lessonId,
            @PathParam("step") int number,
            MultivaluedMap<String, String> form) {
        Place place = place(slug, lessonId);
        Step step = place.lesson().stepAt(number).orElseThrow(Problem::notFound);
        String question = step.question().orElseThrow(Problem::notFound);
        Practice.Outcome outcome = practice.check(Learner.orNewGuest(visitor), place.quiz(), question, form);
        String where = outcome.given() ? "#result" : "?nothing=true#step";
        return Response.seeOther(URI.create(place.step(number) + where)).build();
    }

    @GET
    @Path("finish")
    public Object finish(@PathParam("slug") String slug, @PathParam("lesson") String lessonId) {
        Place place = place(slug, lessonId);
        Optional<CourseProgress> known =
                visitor.personId().flatMap(person -> enrolments.progress(person, place.revision()));
        if (known.isEmpty() || !known.get().lessonCompleted(place.lesson())) {
            return Response.seeOther(place.step(1)).build();
        }
        return Templates.finish(end(place, known.get()));
    }

    private LessonEnd end(Place place, CourseProgress known) {
        Locale locale = frame.locale();
        Optional<Lesson> next = known.nextLesson();
        String course = "/courses/" + place.revision().slug();
        String address = next.map(lesson -> course + "/lessons/" + lesson.id())
                .orElse(known.quizPassedAt() == null ? course + "/quiz" : course + "/certificate");
        int lessons = place.revision().lessons().size();
        return new LessonEnd(
                place.revision().slug(),
                place.revision().title().in(locale),
                place.lesson().title().in(locale),
                place.lesson().title().languageIn(locale),
                (int) known.lessonsDone(),
                lessons,
                lessons - (int) known.lessonsDone(),
                next.map(lesson -> lesson.title().in(locale)).orElse(""),
                next.map(known::minutesLeft).orElse(0),
                address,
                place.address() + "/sheet",
                known.quizPassedAt() != null,
                !visitor.registered());
    }

    private PracticeView practice(Place place, String question) {
        return practice.view(visitor.personId(), place.quiz(), question, frame.locale());
    }

    private static List<String> stops(int here, int done, int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(stop -> stop == here ? "here" : stop <= done || stop < here ? "done" : "ahead")
                .toList();
    }

    private Place place(String slug, String lessonId) {
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        return new Place(revision, revision.lesson(lessonId).orElseThrow(Problem::notFound));
    }

    private record Place(Revision revision, Lesson lesson) {
        String address() {
            return "/courses/" + revision.slug() + "/lessons/" + lesson.id();
        }

        UUID quiz() {
            return QuizDraft.lessonOf(revision.slug(), lesson.id());
        }

        URI step(int number) {
            return URI.create(address() + "/steps/" + number);
        }
    }
}
