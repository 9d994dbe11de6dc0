package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.Option;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** The audit trail for reading, and the check that nobody has changed it. */
@Path("/administration/audit")
@RunOnVirtualThread
public class AuditPages {
    private final AuditLog log;
    private final AuditTrail audit;
    private final People people;
    private final Visitor visitor;
    private final Frame frame;

    AuditPages(AuditLog log, AuditTrail audit, People people, Visitor visitor, Frame frame) {
        this.log = log;
        this.audit = audit;
        this.people = people;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance audit(AuditView page);
    }

    @GET
    public TemplateInstance audit(
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("find") @DefaultValue("") String find,
            @QueryParam("person") Optional<UUID> person,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("before") @DefaultValue("0") long before) {
        visitor.require(Permission.READ_AUDIT);
        return page(new AuditFilter(action, find, person, from, to, before), null);
    }

    /** Checks the chain and says so in the answer itself. */
    @POST
    @Path("check")
    public TemplateInstance check() {
        visitor.require(Permission.READ_AUDIT);
        AuditChain.Verdict verdict = log.check();
        audit.note(AuditNote.of("account.audit_checked").with("right", Long.toString(verdict.right())));
        return page(
                new AuditFilter("", "", Optional.empty(), "", "", 0),
                new AuditView.Verdict(verdict.right(), verdict.firstWrong()));
    }

    private TemplateInstance page(AuditFilter filter, AuditView.@Nullable Verdict verdict) {
        List<AuditRow> rows = log.entries(filter, frame.locale());
        boolean more = rows.size() > AuditLog.SIZE;
        List<AuditRow> shown = more ? rows.subList(0, AuditLog.SIZE) : rows;
        return Templates.audit(new AuditView(
                filter,
                filter.person().flatMap(people::name).orElse(""),
                log.actions().stream()
                        .map(action -> new Option(action, AuditWords.sentence(action, frame.locale())))
                        .toList(),
                shown,
                more ? shown.getLast().number() : 0,
                verdict));
    }
}
