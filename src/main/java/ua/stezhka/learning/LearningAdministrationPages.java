package ua.stezhka.learning;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.people.People;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.Problem;

/** The administrator's lists of courses, enrolments and completions. */
@Path("/administration")
@RunOnVirtualThread
public class LearningAdministrationPages {
    private final EnrolmentLists lists;
    private final People people;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Frame frame;

    LearningAdministrationPages(EnrolmentLists lists, People people, AuditTrail audit, Visitor visitor, Frame frame) {
        this.lists = lists;
        this.people = people;
        this.audit = audit;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "learning")
    static class Templates {
        static native TemplateInstance enrolments(EnrolmentsView page);

        static native TemplateInstance courses(List<CourseRow> courses);
    }

    @GET
    @Path("courses")
    public TemplateInstance courses() {
        visitor.require(Permission.SEE_ENROLMENTS);
        return Templates.courses(lists.courses(frame.locale()));
    }

    @GET
    @Path("enrolments")
    public TemplateInstance enrolments(
            @QueryParam("person") Optional<UUID> person, @QueryParam("page") @DefaultValue("1") int page) {
        return list(false, person, page);
    }

    @GET
    @Path("completions")
    public TemplateInstance completions(
            @QueryParam("person") Optional<UUID> person, @QueryParam("page") @DefaultValue("1") int page) {
        return list(true, person, page);
    }

    private TemplateInstance list(boolean completedOnly, Optional<UUID> person, int page) {
        visitor.require(Permission.SEE_ENROLMENTS);
        String name =
                person.map(id -> people.name(id).orElseThrow(Problem::notFound)).orElse("");
        person.ifPresent(id -> audit.viewed("learning.person_viewed", id, Permission.SEE_ENROLMENTS));
        return Templates.enrolments(new EnrolmentsView(
                completedOnly, person, name, lists.page(completedOnly, person, PageOf.number(page), frame.locale())));
    }
}
