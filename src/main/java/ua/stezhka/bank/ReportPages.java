package ua.stezhka.bank;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.QuestionBank;
import ua.stezhka.quiz.QuizDraft;

/** «Щось не так із запитанням?» in the middle of a quiz or a lesson; whoever reports comes back to the same place. */
@Path("/")
@RunOnVirtualThread
public class ReportPages {
    private static final Set<String> KINDS = Set.of("unclear", "answer", "picture", "other");
    private static final int LONGEST = 1000;
    private final QuestionReports reports;
    private final QuestionBank bank;
    private final Courses courses;
    private final Visitor visitor;
    private final Frame frame;

    ReportPages(QuestionReports reports, QuestionBank bank, Courses courses, Visitor visitor, Frame frame) {
        this.reports = reports;
        this.bank = bank;
        this.courses = courses;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance report(ReportForm form);
    }

    /** Where a question stands for whoever reports it. */
    private record Place(String kind, String address, QuestionBank.Face question) {}

    @GET
    @Path("attempts/{attempt}/questions/{position}/report")
    public TemplateInstance askInQuiz(@PathParam("attempt") UUID attempt, @PathParam("position") int position) {
        return ask(inQuiz(attempt, position));
    }

    @POST
    @Path("attempts/{attempt}/questions/{position}/report")
    public Response reportInQuiz(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("words") @DefaultValue("") String words) {
        return report(inQuiz(attempt, position), kind, words);
    }

    @GET
    @Path("courses/{slug}/lessons/{lesson}/steps/{step}/report")
    public TemplateInstance askInLesson(
            @PathParam("slug") String slug, @PathParam("lesson") String lesson, @PathParam("step") int step) {
        return ask(inLesson(slug, lesson, step));
    }

    /** A browser that is not known becomes a guest, so that the answer finds somebody. */
    @POST
    @Path("courses/{slug}/lessons/{lesson}/steps/{step}/report")
    public Response reportInLesson(
            @PathParam("slug") String slug,
            @PathParam("lesson") String lesson,
            @PathParam("step") int step,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("words") @DefaultValue("") String words) {
        return report(inLesson(slug, lesson, step), kind, words);
    }

    private Place inQuiz(UUID attempt, int position) {
        return new Place(
                "quiz",
                "/attempts/" + attempt + "/questions/" + position,
                bank.asked(visitor.requirePersonId(), attempt, position));
    }

    private Place inLesson(String slug, String lesson, int step) {
        String question = courses.current(slug)
                .flatMap(course -> course.lesson(lesson))
                .flatMap(found -> found.stepAt(step))
                .flatMap(found -> found.question())
                .orElseThrow(Problem::notFound);
        return new Place(
                "lesson",
                "/courses/" + slug + "/lessons/" + lesson + "/steps/" + step,
                bank.askedInLesson(QuizDraft.lessonOf(slug, lesson), question));
    }

    private TemplateInstance ask(Place place) {
        Optional<UUID> person = visitor.personId();
        boolean waits = person.isPresent() && reports.waits(person.get(), place.question.questionId());
        return Templates.report(form(place, waits, "", "", new Faults(frame.locale())));
    }

    private Response report(Place place, String kind, String typed) {
        String words = typed.strip().replace("\0", "");
        Faults faults = new Faults(frame.locale());
        if (!KINDS.contains(kind)) {
            faults.add("kind", "bank.kind_missing");
        }
        if (kind.equals("other") && words.isEmpty()) {
            faults.add("words", "bank.words_missing");
        } else if (words.length() > LONGEST) {
            faults.add("words", "bank.words_too_long");
        }
        if (faults.isEmpty()) {
            UUID person = Learner.orNewGuest(visitor).personId();
            if (!reports.report(new QuestionReports.New(place.question, person, kind, words, place.kind))) {
                faults.add("kind", "bank.reports_too_many");
            }
        }
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.report(form(place, false, kind, words, faults)))
                    .build();
        }
        return Response.seeOther(URI.create(place.address + "/report")).build();
    }

    private ReportForm form(Place place, boolean waits, String kind, String words, Faults faults) {
        return new ReportForm(
                place.address + "/report",
                place.address,
                place.kind,
                place.question.plain().in(frame.locale()),
                place.question.plain().languageIn(frame.locale()),
                waits,
                kind,
                words,
                faults);
    }
}
