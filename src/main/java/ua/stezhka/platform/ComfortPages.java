package ua.stezhka.platform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Keeps how a person likes pages to look: language, size of text, theme, calm. */
@Path("/comfort")
@RunOnVirtualThread
public class ComfortPages {
    private static final int YEAR = 365 * 24 * 3600;
    private final Frame frame;

    ComfortPages(Frame frame) {
        this.frame = frame;
    }

    /** Keeps the settings that are named and goes back to the page. */
    @POST
    public Response keep(
            @FormParam("lang") String lang,
            @FormParam("text") String text,
            @FormParam("theme") String theme,
            @FormParam("calm") String calm,
            @FormParam("next") String next) {
        Comfort chosen = frame.getComfort().with(lang, text, theme, calm);
        NewCookie cookie = new NewCookie.Builder(Comfort.COOKIE)
                .value(chosen.cookie())
                .path("/")
                .maxAge(YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(LocalPath.of(next)).cookie(cookie).build();
    }
}
