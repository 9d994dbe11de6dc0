package ua.stezhka.learning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.CopiedAnswers;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.Practice;
import ua.stezhka.quiz.QuizDraft;

/** Progress for programs: the same rights and rules as the pages. */
@Path("/api/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class LearningResource {
    private static final Duration LONGEST_AGO = Duration.ofDays(365);

    private final Courses courses;
    private final Enrolments enrolments;
    private final EnrolmentLists lists;
    private final Progress progress;
    private final CopiedAnswers answers;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Frame frame;

    LearningResource(
            Courses courses,
            Enrolments enrolments,
            EnrolmentLists lists,
            Progress progress,
            CopiedAnswers answers,
            AuditTrail audit,
            Visitor visitor,
            Frame frame) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.lists = lists;
        this.progress = progress;
        this.answers = answers;
        this.audit = audit;
        this.visitor = visitor;
        this.frame = frame;
    }

    /** The courses of the person who asks. */
    @GET
    @Path("progress")
    @Operation(operationId = "myProgress", summary = "All courses the person has begun, the one touched last first")
    @APIResponse(responseCode = "200", description = "Progress in each course")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    public List<CourseState> all() {
        return enrolments.of(visitor.requirePersonId()).stream()
                .map(LearningResource::state)
                .toList();
    }

    @GET
    @Path("progress/{slug}")
    @Operation(operationId = "courseProgress", summary = "How far the person is in a course")
    @APIResponse(responseCode = "200", description = "Progress in the course")
    @APIResponse(responseCode = "401", description = "Nobody is known")
    @APIResponse(responseCode = "404", description = "No such course, or the person has not begun it")
    public CourseState one(@PathParam("slug") String slug) {
        UUID person = visitor.requirePersonId();
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        return state(enrolments.progress(person, revision).orElseThrow(Problem::notFound));
    }

    /** Marks a step as done; repeating it changes nothing, and progress never goes down. */
    @PUT
    @Path("progress/{slug}/lessons/{lesson}/steps/{step}")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description =
                    "For a program without a session, as with the start of an attempt: the same key is the same guest")
    @Operation(operationId = "completeStep", summary = "Mark a step as done; idempotent")
    @APIResponse(responseCode = "200", description = "Progress in the course after it")
    @APIResponse(responseCode = "404", description = "No such course, lesson or step")
    public CourseState complete(
            @PathParam("slug") String slug,
            @PathParam("lesson") String lessonId,
            @PathParam("step") int number,
            @HeaderParam("Person-Key") @Nullable String personKey,
            @Parameter(description = "How many seconds ago it was done, for what waited on a device", example = "3600")
                    @QueryParam("ago")
                    @DefaultValue("0")
                    long ago) {
        refuseOthers(personKey);
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        Lesson lesson = revision.lesson(lessonId).orElseThrow(Problem::notFound);
        Revision.Step step = lesson.stepAt(number).orElseThrow(Problem::notFound);
        Learner learner = Learner.orNewGuest(visitor);
        progress.finishStep(learner, revision, lesson, step, past(ago));
        return state(enrolments.progress(learner.personId(), revision).orElseThrow());
    }

    /** Checks and keeps an answer that was given on a copy of the lesson, without a network; repeating it changes nothing. */
    @PUT
    @Path("progress/{slug}/lessons/{lesson}/steps/{step}/responses/{save}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "keepResponse", summary = "Keep an answer to the check question of a step; idempotent")
    @APIResponse(responseCode = "200", description = "Whether anything was answered, and whether all of it is right")
    @APIResponse(responseCode = "401", description = "Another person than the one who answered")
    @APIResponse(responseCode = "404", description = "No such course, lesson or step, or the step asks nothing")
    @APIResponse(responseCode = "409", description = "learning.question_changed: another version is asked now")
    @APIResponse(responseCode = "422", description = "The answer does not fit the question")
    public Kept keep(
            @PathParam("slug") String slug,
            @PathParam("lesson") String lessonId,
            @PathParam("step") int number,
            @PathParam("save") UUID save,
            @HeaderParam("Person-Key") @Nullable String personKey,
            @Parameter(description = "How many seconds ago it was answered", example = "3600")
                    @QueryParam("ago")
                    @DefaultValue("0")
                    long ago,
            @Nullable GivenOffline given) {
        refuseOthers(personKey);
        Revision revision = courses.current(slug).orElseThrow(Problem::notFound);
        Lesson lesson = revision.lesson(lessonId).orElseThrow(Problem::notFound);
        String question = lesson.stepAt(number).flatMap(Revision.Step::question).orElseThrow(Problem::notFound);
        if (given == null || given.version() == null || given.fields() == null) {
            throw Problem.invalid(new Problem.FieldFault("fields", "quiz.answer_malformed"));
        }
        Map<String, List<String>> form = new HashMap<>();
        given.fields().forEach((name, values) -> {
            if (values == null || values.contains(null)) {
                throw Problem.invalid(new Problem.FieldFault(name, "quiz.answer_malformed"));
            }
            if (!values.isEmpty()) {
                form.put(name, values);
            }
        });
        form.put("saveId", List.of(save.toString()));
        Practice.Outcome outcome = answers.check(
                Learner.orNewGuest(visitor),
                QuizDraft.lessonOf(slug, lessonId),
                question,
                given.version(),
                form,
                past(ago));
        return new Kept(outcome.given(), outcome.right());
    }

    /** A device may say anything: nothing was done in the future, or more than a year ago. */
    private static Duration past(long seconds) {
        return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_AGO.toSeconds()));
    }

    /** What waited on a device is sent for the person who did it, not for whoever is signed in there now. */
    private void refuseOthers(@Nullable String personKey) {
        boolean sameOrNew = personKey == null
                || personKey.isEmpty()
                || visitor.personId()
                        .map(Frame::keyOf)
                        .filter(personKey::equals)
                        .isPresent();
        if (!sameOrNew) {
            throw Problem.unauthenticated();
        }
    }

    @GET
    @Path("enrolments")
    @Operation(operationId = "listEnrolments", summary = "Enrolments, newest first; for administrators")
    @APIResponse(responseCode = "200", description = "One page of enrolments")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public PageOf<EnrolmentRow> enrolments(
            @QueryParam("completed") @DefaultValue("false") boolean completedOnly,
            @QueryParam("person") Optional<UUID> person,
            @QueryParam("page") @DefaultValue("1") int page) {
        visitor.require(Permission.SEE_ENROLMENTS);
        person.ifPresent(id -> audit.viewed("learning.person_viewed", id, Permission.SEE_ENROLMENTS));
        return lists.page(completedOnly, person, PageOf.number(page), frame.locale());
    }

    private static CourseState state(CourseProgress progress) {
        return new CourseState(
                progress.revision().slug(),
                progress.revision().number(),
                progress.percent(),
                progress.minutesLeft(),
                progress.revision().lessons().stream()
                        .map(lesson -> new LessonState(
                                lesson.id(),
                                progress.lessons().containsKey(lesson.id())
                                        ? progress.lessons().get(lesson.id()).stepsDone()
                                        : 0,
                                lesson.steps().size(),
                                progress.resumeAt(lesson),
                                progress.lessonCompleted(lesson)))
                        .toList(),
                progress.quizPassedAt(),
                progress.completedAt());
    }

    /**
     * How far a person is in a course.
     *
     * @param percent 0 to 100, lessons and the final quiz alike
     */
    public record CourseState(
            String course,
            int revision,
            int percent,
            int minutesLeft,
            List<LessonState> lessons,
            @Nullable Instant quizPassedAt,
            @Nullable Instant completedAt) {}

    /**
     * An answer as the form of the question says it.
     *
     * @param version the version of the question that was asked
     * @param fields  name of a field → its values
     */
    public record GivenOffline(
            @Nullable UUID version, @Nullable Map<String, List<String>> fields) {}

    /** @param given whether anything was answered at all */
    public record Kept(boolean given, boolean right) {}

    /** How far a person is in a lesson; resumeAt is the place of a step. */
    public record LessonState(String lesson, int stepsDone, int steps, int resumeAt, boolean completed) {}
}
