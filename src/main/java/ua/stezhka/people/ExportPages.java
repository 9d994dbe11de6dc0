package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.SignIns;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.CsvFile;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Exports the list of people; many people’s data leave only after the password once more. Source: ASVS 5.0, 7.5.3. */
@Path("/administration/export")
@RunOnVirtualThread
public class ExportPages {
    private final People people;
    private final PeopleExports exports;
    private final SignIns signIns;
    private final Visitor visitor;
    private final Frame frame;

    ExportPages(People people, PeopleExports exports, SignIns signIns, Visitor visitor, Frame frame) {
        this.people = people;
        this.exports = exports;
        this.signIns = signIns;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance peopleExport(ExportForm form);
    }

    @GET
    public TemplateInstance ask(
            @QueryParam("find") @DefaultValue("") String find,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("state") @DefaultValue("all") String state) {
        visitor.require(Permission.SEE_PEOPLE);
        PeopleFilter filter = new PeopleFilter(find, role, state);
        return Templates.peopleExport(new ExportForm(filter, people.count(filter), new Faults(frame.locale())));
    }

    @POST
    public Response export(
            @FormParam("find") @DefaultValue("") String find,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("state") @DefaultValue("all") String state,
            @FormParam("current") @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        visitor.require(Permission.SEE_PEOPLE);
        UUID by = visitor.requireRegistered();
        PeopleFilter filter = new PeopleFilter(find, role, state);
        Faults faults = new Faults(frame.locale());
        try {
            if (password.isEmpty()) {
                faults.add("current", "account.password_missing");
            } else if (!signIns.confirms(by, password, SignInPages.address(request))) {
                faults.add("current", "account.current_password_wrong");
            }
        } catch (Problem.TooMany wait) {
            faults.add("current", "account.sign_in_wait");
        }
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.peopleExport(new ExportForm(filter, people.count(filter), faults)))
                    .build();
        }
        return Response.ok(exports.write(filter, frame.locale(), by), CsvFile.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stezhka-people.csv\"")
                .build();
    }
}
