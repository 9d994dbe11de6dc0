package ua.stezhka.bank;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.quiz.Blueprint;
import ua.stezhka.quiz.QuizPlan;

/** Plans what final quizzes ask, and lets an author try it out. */
@Path("/bank/quizzes")
@RunOnVirtualThread
public class BankQuizPages {
    private final Plans plans;
    private final BlueprintFields fields;
    private final Visitor visitor;
    private final Frame frame;

    BankQuizPages(Plans plans, BlueprintFields fields, Visitor visitor, Frame frame) {
        this.plans = plans;
        this.fields = fields;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "bank")
    static class Templates {
        static native TemplateInstance quizzes(List<QuizRow> quizzes, boolean mayPlan);

        static native TemplateInstance blueprint(BlueprintView page);
    }

    @GET
    public TemplateInstance quizzes() {
        visitor.require(Permission.READ_BANK);
        return Templates.quizzes(
                plans.all().stream()
                        .map(plan -> new QuizRow(
                                plan.quizId(),
                                plan.title().in(frame.locale()),
                                plan.title().languageIn(frame.locale()),
                                plan.draws(),
                                plan.pool().stream()
                                        .mapToInt(Blueprint.Cell::count)
                                        .sum(),
                                plan.passPercent(),
                                plan.blueprint() != null))
                        .toList(),
                visitor.may(Permission.WRITE_QUESTIONS));
    }

    @GET
    @Path("{quiz}/blueprint")
    public TemplateInstance blueprint(
            @PathParam("quiz") UUID quiz, @QueryParam("saved") @DefaultValue("") String saved) {
        visitor.require(Permission.WRITE_QUESTIONS);
        QuizPlan plan = plans.of(quiz);
        return Templates.blueprint(fields.view(
                plan, BlueprintFields.planned(plan), saved.equals("yes"), new Faults(frame.locale()), frame.locale()));
    }

    /** Saves the plan: a new version of the quiz. */
    @POST
    @Path("{quiz}/blueprint")
    public Response save(@PathParam("quiz") UUID quiz, MultivaluedMap<String, String> form) {
        visitor.require(Permission.WRITE_QUESTIONS);
        QuizPlan plan = plans.of(quiz);
        Faults faults = new Faults(frame.locale());
        Blueprint blueprint = BlueprintFields.read(plan, single(form), faults);
        if (blueprint == null) {
            return again(plan, form, faults);
        }
        plans.save(quiz, blueprint, visitor.requireRegistered());
        return Response.seeOther(URI.create("/bank/quizzes/" + quiz + "/blueprint?saved=yes"))
                .build();
    }

    /** Begins a try-out of what is typed, saved or not. */
    @POST
    @Path("{quiz}/trial")
    public Response tryOut(@PathParam("quiz") UUID quiz, MultivaluedMap<String, String> form) {
        visitor.require(Permission.WRITE_QUESTIONS);
        QuizPlan plan = plans.of(quiz);
        Faults faults = new Faults(frame.locale());
        Blueprint blueprint = BlueprintFields.read(plan, single(form), faults);
        if (blueprint == null) {
            return again(plan, form, faults);
        }
        UUID attempt = plans.tryOut(visitor.requireRegistered(), quiz, blueprint);
        return Response.seeOther(URI.create("/attempts/" + attempt)).build();
    }

    private Response again(QuizPlan plan, MultivaluedMap<String, String> form, Faults faults) {
        return Response.status(422)
                .entity(Templates.blueprint(fields.view(plan, single(form), false, faults, frame.locale())))
                .build();
    }

    private static Map<String, String> single(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, values.getFirst()));
        return typed;
    }
}
