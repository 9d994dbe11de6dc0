package ua.stezhka.platform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Keeps how a person likes pages to look: language, size of text, theme, calm. */
@Path("/comfort")
@RunOnVirtualThread
public class ComfortPages {
    private final Frame frame;
    private final Event<ComfortChosen> chosen;

    ComfortPages(Frame frame, Event<ComfortChosen> chosen) {
        this.frame = frame;
        this.chosen = chosen;
    }

    /** Keeps the settings that are named and goes back to the page. */
    @POST
    public Response keep(
            @FormParam("lang") String lang,
            @FormParam("text") String text,
            @FormParam("theme") String theme,
            @FormParam("calm") String calm,
            @FormParam("pace") String pace,
            @FormParam("next") String next) {
        Comfort comfort = frame.getComfort().with(lang, text, theme, calm, pace);
        chosen.fire(new ComfortChosen(comfort));
        return Response.seeOther(LocalPath.of(next)).cookie(comfort.cookie()).build();
    }
}
