package ua.stezhka.factor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignInPages;
import ua.stezhka.platform.Faults;

/** A person's passkeys: making one on this device, and taking one away. */
@Path(SecondFactorGate.SETTINGS + "/passkeys")
@RunOnVirtualThread
public class PasskeyPages {
    private static final int LONGEST_NAME = 60;

    private final FactorOwner owner;
    private final SecondFactors factors;
    private final SecondFactorViews views;
    private final SecondFactorProofs proofs;
    private final PasskeyCeremony ceremony;
    private final RecoveryCodes recovery;

    PasskeyPages(
            FactorOwner owner,
            SecondFactors factors,
            SecondFactorViews views,
            SecondFactorProofs proofs,
            PasskeyCeremony ceremony,
            RecoveryCodes recovery) {
        this.owner = owner;
        this.factors = factors;
        this.views = views;
        this.proofs = proofs;
        this.ceremony = ceremony;
        this.recovery = recovery;
    }

    @CheckedTemplate(basePath = "factor")
    static class Templates {
        static native TemplateInstance passkey(PasskeyForm form);
    }

    @GET
    public TemplateInstance form(@QueryParam("next") @DefaultValue("/my") String next) {
        SessionPerson person = owner.person();
        return Templates.passkey(views.passkey(person, "", asked(person), next, owner.faults()));
    }

    /** @param answer what the browser says of the new passkey, as JSON */
    @POST
    public Response add(
            @FormParam("name") @DefaultValue("") String typed,
            @FormParam("answer") @DefaultValue("") String answer,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("proof") @DefaultValue("") String proof,
            @FormParam("next") @DefaultValue("/my") String next,
            @Context HttpServerRequest request) {
        SessionPerson person = owner.person();
        ProofAsked asked = asked(person);
        String name = LoginName.clean(typed);
        Faults faults = owner.faults();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add("name", "account.passkey_name_missing");
        } else {
            proofs.check(person, asked, new ProofGiven(password, proof, SignInPages.address(request)), faults);
        }
        Optional<Passkeys.Fresh> fresh = faults.isEmpty() ? ceremony.made(person, answer) : Optional.empty();
        Optional<RecoveryCodes.Draft> codes = fresh.isPresent() && recovery.left(person.personId()) == 0
                ? Optional.of(recovery.draw())
                : Optional.empty();
        Optional<NewSession> session = fresh.flatMap(made -> factors.addPasskey(person, made, name, codes));
        if (session.isEmpty()) {
            if (faults.isEmpty()) {
                faults.add("name", "account.passkey_refused");
            }
            return SecondFactorPages.again(Templates.passkey(views.passkey(person, name, asked, next, faults)));
        }
        owner.goesOn(session.get());
        return codes.isPresent()
                ? SecondFactorPages.show(codes.get(), person.half(), next)
                : SecondFactorPages.done("passkey");
    }

    @GET
    @Path("{id}/removal")
    public TemplateInstance removal(@PathParam("id") UUID id) {
        SessionPerson person = owner.person();
        return SecondFactorPages.Templates.factorChange(
                views.passkeyRemoval(person, id, asked(person), owner.faults()));
    }

    @POST
    @Path("{id}/removal")
    public Response remove(
            @PathParam("id") UUID id,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("proof") @DefaultValue("") String proof,
            @Context HttpServerRequest request) {
        SessionPerson person = owner.person();
        ProofAsked asked = asked(person);
        Faults faults = owner.faults();
        FactorChangeForm form = views.passkeyRemoval(person, id, asked, faults);
        proofs.check(person, asked, new ProofGiven(password, proof, SignInPages.address(request)), faults);
        if (!faults.isEmpty()) {
            return SecondFactorPages.again(SecondFactorPages.Templates.factorChange(form));
        }
        factors.removePasskey(person, id);
        return SecondFactorPages.done("removed");
    }

    private ProofAsked asked(SessionPerson person) {
        return proofs.asked(person, !factors.owned(person.personId()));
    }
}
