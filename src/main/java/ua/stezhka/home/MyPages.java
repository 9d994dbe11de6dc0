package ua.stezhka.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;
import ua.stezhka.quiz.OwnWork;
import ua.stezhka.quiz.OwnWorks;

/** A learner's own page: one thing to go on with, then courses, areas and certificates. */
@Path("/my")
@RunOnVirtualThread
public class MyPages {
    private final MyViews views;
    private final OwnWorks works;
    private final Visitor visitor;
    private final Frame frame;

    MyPages(MyViews views, OwnWorks works, Visitor visitor, Frame frame) {
        this.views = views;
        this.works = works;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance my(MyView page);
    }

    @GET
    public TemplateInstance my() {
        List<OwnWork> own = visitor.personId().map(works::of).orElse(List.of());
        MyView page =
                views.view(visitor.personId(), visitor.registered(), visitor.may(Permission.READ_BANK), frame.locale());
        return Templates.my(page.with(
                visitor.may(Permission.MARK_ANSWERS),
                own.stream().map(this::row).toList()));
    }

    private MyView.WorkRow row(OwnWork work) {
        Locale locale = frame.locale();
        return new MyView.WorkRow(
                "/attempts/" + work.attempt() + "/result",
                work.title().in(locale),
                work.title().languageIn(locale),
                work.waiting());
    }
}
