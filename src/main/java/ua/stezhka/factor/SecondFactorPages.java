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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SignInPages;
import ua.stezhka.platform.Faults;

/** A person's second factors: the application with codes and the recovery codes; passkeys have pages of their own. */
@Path(SecondFactorGate.SETTINGS)
@RunOnVirtualThread
public class SecondFactorPages {
    private final FactorOwner owner;
    private final SecondFactors factors;
    private final SecondFactorViews views;
    private final SecondFactorProofs proofs;
    private final CodeApps apps;
    private final RecoveryCodes recovery;

    SecondFactorPages(
            FactorOwner owner,
            SecondFactors factors,
            SecondFactorViews views,
            SecondFactorProofs proofs,
            CodeApps apps,
            RecoveryCodes recovery) {
        this.owner = owner;
        this.factors = factors;
        this.views = views;
        this.proofs = proofs;
        this.apps = apps;
        this.recovery = recovery;
    }

    @CheckedTemplate(basePath = "factor")
    static class Templates {
        static native TemplateInstance secondFactor(SecondFactorView page);

        static native TemplateInstance codeApp(CodeAppForm form);

        static native TemplateInstance factorChange(FactorChangeForm form);

        static native TemplateInstance recoveryCodes(RecoveryCodesView page);
    }

    @GET
    public TemplateInstance show(
            @QueryParam("next") @DefaultValue("/my") String next, @QueryParam("saved") @DefaultValue("") String saved) {
        return Templates.secondFactor(views.all(owner.person(), next, saved));
    }

    @GET
    @Path("app")
    public TemplateInstance app(@QueryParam("next") @DefaultValue("/my") String next) {
        SessionPerson person = owner.person();
        return Templates.codeApp(views.app(person, asked(person), next, owner.faults()));
    }

    /** Answers with the recovery codes themselves when there are new ones: what is shown once is nowhere kept to be shown by another request. */
    @POST
    @Path("app")
    public Response addApp(
            @FormParam("code") @DefaultValue("") String typed,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("proof") @DefaultValue("") String proof,
            @FormParam("next") @DefaultValue("/my") String next,
            @Context HttpServerRequest request) {
        SessionPerson person = owner.person();
        ProofAsked asked = asked(person);
        Faults faults = owner.faults();
        byte[] secret = apps.offer(person.sessionId());
        String code = typed.replaceAll("\\s", "");
        if (!apps.fits(secret, code)) {
            faults.add("code", "account.first_code_wrong");
        } else {
            proofs.check(person, asked, given(password, proof, request), faults);
        }
        if (!faults.isEmpty()) {
            return again(Templates.codeApp(views.app(person, asked, next, faults)));
        }
        Optional<RecoveryCodes.Draft> codes =
                recovery.left(person.personId()) == 0 ? Optional.of(recovery.draw()) : Optional.empty();
        owner.goesOn(factors.addApp(person, secret, code, codes));
        return codes.isPresent() ? show(codes.get(), person.half(), next) : done("app");
    }

    @GET
    @Path("app/removal")
    public TemplateInstance removal() {
        SessionPerson person = owner.person();
        return Templates.factorChange(views.appRemoval(person, asked(person), owner.faults()));
    }

    @POST
    @Path("app/removal")
    public Response removeApp(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("proof") @DefaultValue("") String proof,
            @Context HttpServerRequest request) {
        return change(views::appRemoval, given(password, proof, request), person -> {
            factors.removeApp(person);
            return done("removed");
        });
    }

    @GET
    @Path("codes")
    public TemplateInstance newCodes() {
        SessionPerson person = owner.person();
        return Templates.factorChange(views.newCodes(person, asked(person), owner.faults()));
    }

    @POST
    @Path("codes")
    public Response makeCodes(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("proof") @DefaultValue("") String proof,
            @Context HttpServerRequest request) {
        return change(views::newCodes, given(password, proof, request), person -> {
            RecoveryCodes.Draft codes = recovery.draw();
            factors.putRecoveryCodes(person, codes);
            return show(codes, false, SecondFactorGate.SETTINGS);
        });
    }

    /** The form of a change, for whoever has to prove it in the way asked for. */
    private interface ChangeForm {
        FactorChangeForm of(SessionPerson person, ProofAsked asked, Faults faults);
    }

    /** Changes what the proof allows to change; without it the form comes again. */
    private Response change(ChangeForm page, ProofGiven given, Function<SessionPerson, Response> change) {
        SessionPerson person = owner.person();
        ProofAsked asked = asked(person);
        Faults faults = owner.faults();
        FactorChangeForm form = page.of(person, asked, faults);
        proofs.check(person, asked, given, faults);
        return faults.isEmpty() ? change.apply(person) : again(Templates.factorChange(form));
    }

    private static ProofGiven given(String password, String proof, HttpServerRequest request) {
        return new ProofGiven(password, proof, SignInPages.address(request));
    }

    private ProofAsked asked(SessionPerson person) {
        return proofs.asked(person, !factors.owned(person.personId()));
    }

    static Response show(RecoveryCodes.Draft codes, boolean setup, String next) {
        String onward = setup ? SecondFactorViews.local(next) : SecondFactorGate.SETTINGS;
        return Response.ok(Templates.recoveryCodes(new RecoveryCodesView(codes.inGroups(), setup, onward)))
                .build();
    }

    static Response done(String saved) {
        return Response.seeOther(URI.create(SecondFactorGate.SETTINGS + "?saved=" + saved))
                .build();
    }

    static Response again(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
