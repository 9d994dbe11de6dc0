package ua.stezhka.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Where somebody goes on who was signed out while filling in a form. */
@Path("/continue")
@RunOnVirtualThread
public class KeptFormPages {
    static final String ADDRESS = "/continue";

    private final KeptForms forms;
    private final Visitor visitor;

    KeptFormPages(KeptForms forms, Visitor visitor) {
        this.forms = forms;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance keptForm(KeptFormView page);
    }

    /** Offers to send the form that was filled in; with nothing kept for this person it leads on. */
    @GET
    public Object offer(@Context HttpHeaders headers) {
        String sealed = Optional.ofNullable(headers.getCookies().get(forms.cookieName()))
                .map(Cookie::getValue)
                .orElse(null);
        return forms.read(sealed, visitor.requireRegistered())
                .<Object>map(form -> Templates.keptForm(KeptFormView.of(form)))
                .orElseGet(() -> Response.seeOther(URI.create("/my")).build());
    }
}
