package ua.stezhka.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** The page on which the first administrator makes an account, by the link that the first start prints. */
@Path("/administration/first")
@RunOnVirtualThread
public class FirstAdministratorPages {
    private final FirstAdministrator first;
    private final AdministratorAccounts accounts;
    private final Visitor visitor;
    private final Frame frame;

    FirstAdministratorPages(FirstAdministrator first, AdministratorAccounts accounts, Visitor visitor, Frame frame) {
        this.first = first;
        this.accounts = accounts;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance firstAdministrator(FirstAdministratorForm form);
    }

    @GET
    public TemplateInstance form(@QueryParam("code") @DefaultValue("") String code) {
        if (!first.isRight(code)) {
            throw Problem.notFound();
        }
        return Templates.firstAdministrator(new FirstAdministratorForm(code, "", "", new Faults(frame.locale())));
    }

    @POST
    public Response create(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("loginName") @DefaultValue("") String loginName,
            @FormParam("password") @DefaultValue("") String password) {
        if (!first.isRight(code)) {
            throw Problem.notFound();
        }
        NewAccount account = new NewAccount(name, loginName, password, "");
        Faults faults = account.check(new Faults(frame.locale()));
        if (faults.isEmpty()) {
            try {
                visitor.becomes(accounts.createFirst(code, account));
                return Response.seeOther(URI.create("/administration")).build();
            } catch (AccountTaken taken) {
                taken.tell(faults);
            }
        }
        return Response.status(422)
                .entity(Templates.firstAdministrator(
                        new FirstAdministratorForm(code, account.name(), account.loginName(), faults)))
                .build();
    }
}
