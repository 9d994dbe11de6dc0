package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** Shows each person who of the staff looked at their data. */
@Path("/settings/views")
@RunOnVirtualThread
public class SeenPages {
    private final AuditLog log;
    private final Visitor visitor;
    private final Frame frame;

    SeenPages(AuditLog log, Visitor visitor, Frame frame) {
        this.log = log;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance seen(List<SeenRow> rows);
    }

    @GET
    public TemplateInstance seen() {
        return Templates.seen(log.seen(visitor.requireRegistered(), frame.locale()));
    }
}
