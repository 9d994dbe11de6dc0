package ua.stezhka.factor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.SignInForm;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.SignIns;
import ua.stezhka.account.Visitor;
import ua.stezhka.account.Way;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.LocalPath;

/** The way in with a passkey, which is two factors in one. */
@Path("/sign-in/passkey")
@RunOnVirtualThread
public class PasskeySignInPages {
    private final PasskeyCeremony ceremony;
    private final SignIns signIns;
    private final Visitor visitor;
    private final Frame frame;

    PasskeySignInPages(PasskeyCeremony ceremony, SignIns signIns, Visitor visitor, Frame frame) {
        this.ceremony = ceremony;
        this.signIns = signIns;
        this.visitor = visitor;
        this.frame = frame;
    }

    /** @param answer what the browser says of the passkey that was used, as JSON */
    @POST
    public Response signIn(
            @FormParam("answer") @DefaultValue("") String answer, @FormParam("next") @DefaultValue("/my") String next) {
        Optional<UUID> person = ceremony.recognise(answer);
        if (person.isPresent()) {
            visitor.becomes(signIns.signIn(person.get(), Way.PASSKEY, visitor.sessionPerson()));
            return Response.seeOther(LocalPath.of(next)).build();
        }
        Faults faults = new Faults(frame.locale());
        faults.add("login", "account.passkey_unknown");
        return Response.status(422)
                .entity(SignInPages.page(new SignInForm("", next, faults)))
                .build();
    }
}
