package ua.stezhka.mentoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AttemptForm;
import ua.stezhka.quiz.Extensions;

/** Attempts of people with their logs, and more time for one of them. */
@Path("/administration/attempts")
@RunOnVirtualThread
public class AttemptAdministrationPages {
    private final AttemptLists lists;
    private final StaffAttempts staff;
    private final Extensions extensions;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Frame frame;

    AttemptAdministrationPages(
            AttemptLists lists,
            StaffAttempts staff,
            Extensions extensions,
            AuditTrail audit,
            Visitor visitor,
            Frame frame) {
        this.lists = lists;
        this.staff = staff;
        this.extensions = extensions;
        this.audit = audit;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "mentoring")
    static class Templates {
        static native TemplateInstance attempts(AttemptList page);

        static native TemplateInstance staffAttempt(StaffAttemptView page);
    }

    /** @param before the last attempt of the page before */
    @GET
    public TemplateInstance list(
            @QueryParam("show") @DefaultValue("open") String show,
            @QueryParam("person") Optional<UUID> person,
            @QueryParam("before") Optional<UUID> before) {
        visitor.require(Permission.SEE_ATTEMPTS);
        boolean all = show.equals("all");
        List<AttemptList.Row> rows = lists.rows(all, person, before.orElse(null), frame.locale());
        boolean more = rows.size() > AttemptLists.SIZE;
        List<AttemptList.Row> shown = more ? rows.subList(0, AttemptLists.SIZE) : rows;
        return Templates.attempts(new AttemptList(
                all,
                person,
                person.isPresent() && !rows.isEmpty() ? rows.getFirst().name() : "",
                shown,
                more ? shown.getLast().id() : null,
                visitor.may(Permission.CHECK_SCORES)));
    }

    @GET
    @Path("{attempt}")
    public TemplateInstance attempt(
            @PathParam("attempt") UUID attempt, @QueryParam("note") @DefaultValue("") String note) {
        visitor.require(Permission.SEE_ATTEMPTS);
        AttemptLists.Owner owner = lists.owner(attempt);
        audit.viewed("quiz.attempt_viewed", owner.personId(), Permission.SEE_ATTEMPTS);
        return page(owner, attempt, "", new Faults(frame.locale()), note);
    }

    /** Gives minutes; the same form sent twice gives them once. */
    @POST
    @Path("{attempt}/extension")
    public Response extend(
            @PathParam("attempt") UUID attempt,
            @FormParam("extension") @DefaultValue("") String extension,
            @FormParam("minutes") @DefaultValue("") String minutes) {
        visitor.require(Permission.GIVE_TIME);
        AttemptLists.Owner owner = lists.owner(attempt);
        refuseOwn(owner);
        Faults faults = new Faults(frame.locale());
        int given = minutes.strip().matches("\\d{1,3}") ? Integer.parseInt(minutes.strip()) : 0;
        if (given < 1 || given > Extensions.MOST_MINUTES) {
            faults.add("minutes", "quiz.minutes_malformed");
            return Response.status(422)
                    .entity(page(owner, attempt, minutes, faults, ""))
                    .build();
        }
        UUID form = AttemptForm.uuid(extension);
        boolean extended = extensions
                .extend(attempt, owner.personId(), form == null ? Ids.next() : form, given, visitor.requireRegistered())
                .isPresent();
        return Response.seeOther(URI.create(
                        "/administration/attempts/" + attempt + "?note=" + (extended ? "extended" : "not_extended")))
                .build();
    }

    private void refuseOwn(AttemptLists.Owner owner) {
        if (owner.personId().equals(visitor.requireRegistered())) {
            throw Problem.forbidden("quiz.own_attempt");
        }
    }

    private TemplateInstance page(AttemptLists.Owner owner, UUID attempt, String typed, Faults faults, String note) {
        boolean own = owner.personId().equals(visitor.requireRegistered());
        return Templates.staffAttempt(staff.view(
                owner, attempt, typed, faults, note, !own && visitor.may(Permission.GIVE_TIME), frame.locale()));
    }
}
