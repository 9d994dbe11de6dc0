package ua.stezhka.quiz;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Frame;

/** What came out of an attempt, and its log. */
@Path("/attempts/{attempt}")
@RunOnVirtualThread
public class ResultPages {
    private final AttemptReader reader;
    private final Results results;
    private final AttemptLogs logs;
    private final Visitor visitor;
    private final Frame frame;

    ResultPages(AttemptReader reader, Results results, AttemptLogs logs, Visitor visitor, Frame frame) {
        this.reader = reader;
        this.results = results;
        this.logs = logs;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        static native TemplateInstance result(ResultView page);

        static native TemplateInstance log(LogView page);
    }

    @GET
    @Path("result")
    public Object result(@PathParam("attempt") UUID attempt) {
        UUID person = visitor.requirePersonId();
        AttemptSheet sheet = reader.whole(person, attempt);
        if (sheet.open()) {
            return Response.seeOther(URI.create("/attempts/" + attempt)).build();
        }
        return Templates.result(results.of(person, sheet, frame.locale()));
    }

    @GET
    @Path("log")
    public TemplateInstance log(@PathParam("attempt") UUID attempt) {
        return Templates.log(logs.of(visitor.requirePersonId(), attempt, frame.locale()));
    }
}
