package ua.stezhka.people;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.desk.Cards;
import ua.stezhka.factor.SecondFactors;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Where an administrator takes away what a person comes in with: a second step that was lost, a card in wrong hands. */
@Path("/administration/people/{id}")
@RunOnVirtualThread
public class PersonDoorPages {
    private final PersonAccounts accounts;
    private final SecondFactors factors;
    private final Cards cards;
    private final Visitor visitor;
    private final Frame frame;

    PersonDoorPages(PersonAccounts accounts, SecondFactors factors, Cards cards, Visitor visitor, Frame frame) {
        this.accounts = accounts;
        this.factors = factors;
        this.cards = cards;
        this.visitor = visitor;
        this.frame = frame;
    }

    @GET
    @Path("second-factor")
    public TemplateInstance askToReset(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        return PersonPages.Templates.deed(DeedForm.of("resetFactor", accounts.of(id), "second-factor", frame.locale()));
    }

    /** Administrators change their own in the settings, where the second step itself is asked for. A second press finds nothing left to do. */
    @POST
    @Path("second-factor")
    public Response reset(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        PersonAccount account = accounts.of(id);
        if (account.self()) {
            throw Problem.conflict("account.reset_yourself");
        }
        if (account.doors().secondFactor()) {
            factors.reset(id, visitor.requireRegistered());
        }
        return PersonPages.done(account, "factorReset");
    }

    @GET
    @Path("card")
    public TemplateInstance askToRevoke(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        return PersonPages.Templates.deed(DeedForm.of("revokeCard", accounts.of(id), "card", frame.locale()));
    }

    @POST
    @Path("card")
    public Response revoke(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        PersonAccount account = accounts.of(id);
        cards.revoke(id, visitor.requireRegistered());
        return PersonPages.done(account, "cardRevoked");
    }
}
