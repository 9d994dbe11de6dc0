package ua.stezhka.account;

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
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;

/** Where a person is signed in, and an end to it. */
@Path("/settings/sessions")
@RunOnVirtualThread
public class SessionPages {
    private final OwnSessions own;
    private final Visitor visitor;
    private final Frame frame;
    private final PlatformConfig config;

    SessionPages(OwnSessions own, Visitor visitor, Frame frame, PlatformConfig config) {
        this.own = own;
        this.visitor = visitor;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance sessions(SessionsView page);
    }

    @GET
    public TemplateInstance sessions(@QueryParam("done") @DefaultValue("") String done) {
        UUID person = visitor.requireRegistered();
        UUID current = visitor.requireSession();
        return Templates.sessions(new SessionsView(
                own.of(person).stream()
                        .map(session -> row(session, current))
                        .sorted(Comparator.comparing(row -> !row.current()))
                        .toList(),
                done));
    }

    @POST
    @Path("{session}/sign-out")
    public Response end(@PathParam("session") UUID session) {
        UUID person = visitor.requireRegistered();
        boolean here = session.equals(visitor.requireSession());
        own.end(person, session);
        if (here) {
            visitor.leaves();
        }
        return Response.seeOther(URI.create(here ? "/signed-out" : "/settings/sessions?done=one"))
                .build();
    }

    @POST
    @Path("others/sign-out")
    public Response endOthers() {
        own.endOthers(visitor.requireRegistered(), visitor.requireSession());
        return Response.seeOther(URI.create("/settings/sessions?done=others")).build();
    }

    private SessionsView.Row row(OwnSessions.Living session, UUID current) {
        Locale locale = frame.locale();
        return new SessionsView.Row(
                session.id(),
                place(session.device(), locale),
                Texts.get(locale, "account.way_" + session.way().key()),
                Dates.longDateTime(session.startedAt(), config.zone(), locale),
                Dates.longDateTime(session.seenAt(), config.zone(), locale),
                session.id().equals(current));
    }

    private static String place(Device device, Locale locale) {
        String kind = device.kind().key();
        return device.browser().isEmpty()
                ? Texts.get(locale, "account.only_" + kind)
                : device.browser() + ", " + Texts.get(locale, "account.device_" + kind);
    }
}
