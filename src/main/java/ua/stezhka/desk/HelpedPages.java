package ua.stezhka.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Who did what on behalf of the person who asks; also for who came in by a card. */
@Path("/settings/help")
@RunOnVirtualThread
public class HelpedPages {
    private final HelpActs acts;
    private final Visitor visitor;
    private final Frame frame;

    HelpedPages(HelpActs acts, Visitor visitor, Frame frame) {
        this.acts = acts;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance helped(HelpedView page);
    }

    @GET
    public TemplateInstance helped(@QueryParam("claimed") @DefaultValue("") String claimed) {
        SessionPerson person =
                visitor.sessionPerson().filter(SessionPerson::named).orElseThrow(Problem::unauthenticated);
        return Templates.helped(new HelpedView(
                acts.of(person.personId(), frame.locale()), claimed.equals("yes"), person.way() == Way.CARD));
    }
}
