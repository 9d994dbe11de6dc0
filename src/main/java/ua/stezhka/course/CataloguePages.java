package ua.stezhka.course;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.SameForStrangers;

/** The catalogue: all courses, or those that fit. */
@Path("/courses")
@RunOnVirtualThread
public class CataloguePages {
    private final Catalogue catalogue;
    private final Frame frame;

    CataloguePages(Catalogue catalogue, Frame frame) {
        this.catalogue = catalogue;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "course")
    static class Templates {
        static native TemplateInstance catalogue(CatalogueView page);
    }

    @GET
    @SameForStrangers
    public TemplateInstance catalogue(
            @QueryParam("area") @Nullable String area,
            @QueryParam("audience") @Nullable List<String> audience,
            @QueryParam("band") @Nullable String band,
            @QueryParam("minutes") @Nullable String minutes) {
        CatalogueFilter filter = CatalogueFilter.of(area, audience, band, minutes);
        return Templates.catalogue(catalogue.view(filter, frame.locale()));
    }
}
