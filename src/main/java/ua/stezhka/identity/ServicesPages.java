package ua.stezhka.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;

/** Which other services open a person's account; adding one, and taking one away. */
@Path("/settings/services")
@RunOnVirtualThread
public class ServicesPages {
    private final OwnServices own;
    private final IdentityProviders services;
    private final Visitor visitor;
    private final Frame frame;
    private final PlatformConfig config;

    ServicesPages(OwnServices own, IdentityProviders services, Visitor visitor, Frame frame, PlatformConfig config) {
        this.own = own;
        this.services = services;
        this.visitor = visitor;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance services(ServicesView page);
    }

    @GET
    public TemplateInstance services(@QueryParam("parted") @DefaultValue("false") boolean parted) {
        List<OwnServices.Joined> joined = own.of(visitor.requireRegistered());
        List<String> known = joined.stream().map(OwnServices.Joined::issuer).toList();
        return Templates.services(
                new ServicesView(joined.stream().map(this::row).toList(), services.buttonsWithout(known), parted));
    }

    @POST
    @Path("{id}/removal")
    public Response part(@PathParam("id") UUID id) {
        own.part(visitor.requireRegistered(), id);
        return Response.seeOther(URI.create("/settings/services?parted=true")).build();
    }

    private ServicesView.Row row(OwnServices.Joined joined) {
        String host = String.valueOf(URI.create(joined.issuer()).getHost());
        return new ServicesView.Row(
                joined.id(),
                services.label(joined.issuer()).orElse(host),
                Dates.longDate(joined.joinedAt(), config.zone(), frame.locale()),
                joined.only());
    }
}
