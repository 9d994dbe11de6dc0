package ua.stezhka.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;

/** Shuts a person out, and lets a person in again. */
@Path("/administration/people/{id}/block")
@RunOnVirtualThread
public class BlockPages {
    private final PersonAccounts accounts;
    private final Blocks blocks;
    private final Visitor visitor;
    private final Frame frame;

    BlockPages(PersonAccounts accounts, Blocks blocks, Visitor visitor, Frame frame) {
        this.accounts = accounts;
        this.blocks = blocks;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance block(BlockForm form);
    }

    @GET
    public TemplateInstance ask(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        return Templates.block(new BlockForm(accounts.of(id), new Faults(frame.locale())));
    }

    @POST
    public Response block(@PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        visitor.require(Permission.BLOCK_PEOPLE);
        PersonAccount account = accounts.of(id);
        if (!Blocks.REASONS.contains(reason)) {
            Faults faults = new Faults(frame.locale());
            faults.add("reason", "account.block_reason_missing");
            return Response.status(422)
                    .entity(Templates.block(new BlockForm(account, faults)))
                    .build();
        }
        blocks.block(id, reason, visitor.requireRegistered());
        return PersonPages.done(account, "blocked");
    }

    @GET
    @Path("end")
    public TemplateInstance askToEnd(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        return PersonPages.Templates.deed(DeedForm.of("unblock", accounts.of(id), "block/end", frame.locale()));
    }

    @POST
    @Path("end")
    public Response unblock(@PathParam("id") UUID id) {
        visitor.require(Permission.BLOCK_PEOPLE);
        PersonAccount account = accounts.of(id);
        blocks.unblock(id, visitor.requireRegistered());
        return PersonPages.done(account, "unblocked");
    }
}
