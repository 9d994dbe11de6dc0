package ua.stezhka.course;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ua.stezhka.course.FrameworkView.AreaView;
import ua.stezhka.course.FrameworkView.Band;
import ua.stezhka.course.FrameworkView.CompetenceView;
import ua.stezhka.course.FrameworkView.Teaching;
import ua.stezhka.framework.Competence;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.framework.Level;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.SameForStrangers;

/** What there is to be able to do, by the framework, and which course teaches it. */
@Path("/framework/{id}")
@RunOnVirtualThread
public class FrameworkPages {
    private final Frameworks frameworks;
    private final Courses courses;
    private final Frame frame;

    FrameworkPages(Frameworks frameworks, Courses courses, Frame frame) {
        this.frameworks = frameworks;
        this.courses = courses;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "course")
    static class Templates {
        static native TemplateInstance framework(FrameworkView page);
    }

    @GET
    @SameForStrangers
    public TemplateInstance framework(@PathParam("id") String id) {
        Framework framework = frameworks.framework(id);
        List<Revision> teaching = courses.all().stream()
                .filter(course -> course.framework().equals(id))
                .toList();
        return Templates.framework(view(framework, teaching, frame.locale()));
    }

    private static FrameworkView view(Framework framework, List<Revision> teaching, Locale locale) {
        return new FrameworkView(
                framework.name().in(locale),
                framework.issuer().in(locale),
                framework.label(),
                framework.year(),
                framework.namesOfficial(),
                framework.areas().stream()
                        .map(area -> new AreaView(
                                area.id(),
                                area.name().in(locale),
                                area.competences().stream()
                                        .map(competence -> view(competence, framework, teaching, locale))
                                        .toList()))
                        .toList(),
                bands(framework, locale));
    }

    private static CompetenceView view(
            Competence competence, Framework framework, List<Revision> teaching, Locale locale) {
        List<Teaching> courses = new ArrayList<>();
        for (Revision course : teaching) {
            course.competences().stream()
                    .filter(target -> target.competence().equals(competence.id()))
                    .map(target -> framework
                            .level(target.level())
                            .map(level -> level.name().in(locale))
                            .orElse(target.level()))
                    .map(level -> new Teaching(
                            course.slug(),
                            course.title().in(locale),
                            course.title().languageIn(locale),
                            level))
                    .forEach(courses::add);
        }
        return new CompetenceView(
                competence.name().in(locale), competence.description().in(locale), courses);
    }

    private static List<Band> bands(Framework framework, Locale locale) {
        Map<String, Band> bands = new LinkedHashMap<>();
        for (Level level : framework.levels()) {
            bands.computeIfAbsent(level.band(), b -> new Band(level.bandName().in(locale), new ArrayList<>()))
                    .levels()
                    .add(level.name().in(locale));
        }
        return List.copyOf(bands.values());
    }
}
