package ua.stezhka.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** A learner's own page: one thing to go on with, then courses, areas and certificates. */
@Path("/my")
@RunOnVirtualThread
public class MyPages {
    private final MyViews views;
    private final Visitor visitor;
    private final Frame frame;

    MyPages(MyViews views, Visitor visitor, Frame frame) {
        this.views = views;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance my(MyView page);
    }

    @GET
    public TemplateInstance my() {
        return Templates.my(views.view(
                visitor.personId(), visitor.registered(), visitor.may(Permission.READ_BANK), frame.locale()));
    }
}
