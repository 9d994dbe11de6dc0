package ua.stezhka.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;

/** How long what is kept, and when the rest went. */
@Path("/administration/retention")
@RunOnVirtualThread
public class RetentionPages {
    private final RetentionViews views;
    private final Visitor visitor;

    RetentionPages(RetentionViews views, Visitor visitor) {
        this.views = views;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance retention(RetentionView page);
    }

    @GET
    public TemplateInstance page() {
        visitor.require(Permission.ANSWER_DATA_REQUESTS);
        return Templates.retention(views.view());
    }
}
