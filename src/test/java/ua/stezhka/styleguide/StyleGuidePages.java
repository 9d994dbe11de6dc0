package ua.stezhka.styleguide;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import ua.stezhka.platform.Frame;

/** The style guide, as an administrator sees it, because that person has the fullest header. */
@Path("/styleguide")
@RunOnVirtualThread
public class StyleGuidePages {
    private final Engine engine;
    private final Template guide;
    private final Frame frame;

    StyleGuidePages(Engine engine, @io.quarkus.qute.Location("styleguide/guide") Template guide, Frame frame) {
        this.engine = engine;
        this.guide = guide;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show() {
        frame.signedIn("Олена Шевчук", true);
        Templates templates = new Templates(engine);
        List<Section> sections = Stream.of(
                        LearningSpecimens.of(templates),
                        QuestionSpecimens.of(templates),
                        RehearsalSpecimens.of(templates),
                        QuizSpecimens.of(templates),
                        FormSpecimens.of(templates, frame.locale()),
                        HomeSpecimens.of(templates),
                        ListSpecimens.of(templates),
                        StatisticsSpecimens.of(templates),
                        CertificateSpecimens.of(templates),
                        FurtherSpecimens.of(templates))
                .flatMap(List::stream)
                .toList();
        return guide.data("sections", sections)
                .data("fills", Stylesheet.beginningWith("f-"))
                .data("strokes", Stylesheet.beginningWith("s-"));
    }
}
