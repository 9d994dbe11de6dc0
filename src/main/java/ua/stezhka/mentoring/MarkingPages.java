package ua.stezhka.mentoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.AttemptForm;
import ua.stezhka.question.Mark;
import ua.stezhka.question.Written;
import ua.stezhka.quiz.FileAnswers;
import ua.stezhka.quiz.Marking;
import ua.stezhka.quiz.UploadedFiles;

/** Answers that people mark: what waits, and one after another. Each look is told to who wrote the answer. */
@Path("/marking")
@RunOnVirtualThread
public class MarkingPages {
    private static final String POINTS = "points-";

    private final Marking marking;
    private final MarkingQueue queue;
    private final MarkingViews views;
    private final UploadedFiles files;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Frame frame;

    MarkingPages(
            Marking marking,
            MarkingQueue queue,
            MarkingViews views,
            UploadedFiles files,
            AuditTrail audit,
            Visitor visitor,
            Frame frame) {
        this.marking = marking;
        this.queue = queue;
        this.views = views;
        this.files = files;
        this.audit = audit;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "mentoring")
    static class Templates {
        static native TemplateInstance marking(MarkingQueueView page);

        static native TemplateInstance work(MarkingView page);
    }

    @GET
    public TemplateInstance queue(
            @QueryParam("course") @DefaultValue("") String course, @QueryParam("saved") boolean saved) {
        return Templates.marking(views.queue(marker(), course, saved, frame.locale()));
    }

    @GET
    @Path("{attempt}/{position}")
    public TemplateInstance work(@PathParam("attempt") UUID attempt, @PathParam("position") int position) {
        Marking.Work work = marking.look(attempt, position, marker());
        audit.viewed("quiz.answer_viewed", work.owner().personId(), Permission.MARK_ANSWERS);
        return Templates.work(views.work(work, null, null, new Faults(frame.locale()), frame.locale()));
    }

    @GET
    @Path("{attempt}/{position}/files/{file}")
    public Response file(
            @PathParam("attempt") UUID attempt, @PathParam("position") int position, @PathParam("file") UUID file) {
        UUID marker = marker();
        Marking.Work work = marking.look(attempt, position, marker);
        UploadedFiles.Content content = files.forMarker(attempt, position, file);
        audit.viewed("quiz.answer_viewed", work.owner().personId(), Permission.MARK_ANSWERS);
        return FileAnswers.of(content);
    }

    /** Gives a mark and goes on; whom somebody else has come before is shown both. */
    @POST
    @Path("{attempt}/{position}")
    public Response mark(
            @PathParam("attempt") UUID attempt,
            @PathParam("position") int position,
            MultivaluedMap<String, String> form) {
        UUID marker = marker();
        Marking.Work work = marking.look(attempt, position, marker);
        MarkingViews.Typed typed = typed(work, form);
        Faults faults = faults(work, typed);
        if (!faults.isEmpty()) {
            return page(422, work, typed, null, faults);
        }
        Optional<Mark> other = marking.mark(attempt, position, said(marker, typed, form));
        if (other.isPresent()) {
            return page(409, work, typed, other.get(), faults);
        }
        boolean next = AttemptForm.field(form, "go").equals("next");
        String to = next
                ? queue.next(marker, "").map(MarkingQueue.Entry::address).orElse("/marking?saved=true")
                : "/marking?saved=true";
        return Response.seeOther(URI.create(to)).build();
    }

    private UUID marker() {
        visitor.require(Permission.MARK_ANSWERS);
        return visitor.requirePersonId();
    }

    private Response page(
            int status,
            Marking.Work work,
            MarkingViews.Typed typed,
            @org.jspecify.annotations.Nullable Mark other,
            Faults faults) {
        return Response.status(status)
                .entity(Templates.work(views.work(work, typed, other, faults, frame.locale())))
                .build();
    }

    private static MarkingViews.Typed typed(Marking.Work work, Map<String, java.util.List<String>> form) {
        Map<String, String> points = new HashMap<>();
        work.rubric()
                .criteria()
                .forEach(criterion -> points.put(criterion.id(), AttemptForm.field(form, POINTS + criterion.id())));
        return new MarkingViews.Typed(points, Written.text(AttemptForm.field(form, "comment")));
    }

    private Faults faults(Marking.Work work, MarkingViews.Typed typed) {
        Faults faults = new Faults(frame.locale());
        for (AnswerKey.Criterion criterion : work.rubric().criteria()) {
            String points = typed.points().getOrDefault(criterion.id(), "");
            if (!points.matches("\\d{1,3}") || Integer.parseInt(points) > criterion.points()) {
                faults.add(POINTS + criterion.id(), "quiz.points_missing");
            }
        }
        if (typed.comment().length() > Marking.LONGEST_COMMENT) {
            faults.add("comment", "quiz.comment_too_long");
        }
        return faults;
    }

    private static Marking.Said said(UUID marker, MarkingViews.Typed typed, Map<String, java.util.List<String>> form) {
        Map<String, Integer> points = new HashMap<>();
        typed.points().forEach((criterion, given) -> points.put(criterion, Integer.valueOf(given)));
        String base = AttemptForm.field(form, "base");
        return new Marking.Said(marker, base.matches("\\d{1,6}") ? Integer.parseInt(base) : 0, points, typed.comment());
    }
}
