package ua.stezhka.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ua.stezhka.account.Visitor;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.framework.Framework;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.SameForStrangers;
import ua.stezhka.privacy.PrivacyConfig;

/** Pages that everybody may open first: what this is, who helps, what we promise. */
@Path("/")
@RunOnVirtualThread
public class LandingPages {
    private static final int CARDS = 3;
    private final Courses courses;
    private final Frameworks frameworks;
    private final Visitor visitor;
    private final Frame frame;
    private final PrivacyConfig config;
    private final Map<Locale, Shown> shown = new ConcurrentHashMap<>();

    LandingPages(Courses courses, Frameworks frameworks, Visitor visitor, Frame frame, PrivacyConfig config) {
        this.courses = courses;
        this.frameworks = frameworks;
        this.visitor = visitor;
        this.frame = frame;
        this.config = config;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance landing(LandingView page);

        static native TemplateInstance help();

        static native TemplateInstance about();

        static native TemplateInstance accessibility();

        static native TemplateInstance privacy(PrivacyView page);
    }

    @GET
    @SameForStrangers
    public TemplateInstance landing() {
        Locale locale = frame.locale();
        List<Revision> now = courses.all();
        Shown known = shown.get(locale);
        if (known == null || known.courses() != now) {
            known = show(now, locale);
            shown.put(locale, known);
        }
        return Templates.landing(visitor.personId().isPresent() ? known.returning() : known.first());
    }

    private Shown show(List<Revision> now, Locale locale) {
        List<Revision> all =
                now.stream().sorted(Comparator.comparingInt(this::placeOfArea)).toList();
        String first = all.isEmpty()
                ? "/courses"
                : "/courses/" + all.getFirst().slug() + "/lessons/"
                        + all.getFirst().lessons().getFirst().id();
        List<CourseCard> cards =
                all.stream().limit(CARDS).map(course -> card(course, locale)).toList();
        return new Shown(now, new LandingView(first, false, cards), new LandingView(first, true, cards));
    }

    /** What the landing page shows as long as these are the courses. */
    private record Shown(List<Revision> courses, LandingView first, LandingView returning) {}

    @GET
    @Path("help")
    @SameForStrangers
    public TemplateInstance help() {
        return Templates.help();
    }

    @GET
    @Path("about")
    @SameForStrangers
    public TemplateInstance about() {
        return Templates.about();
    }

    @GET
    @Path("accessibility")
    @SameForStrangers
    public TemplateInstance accessibility() {
        return Templates.accessibility();
    }

    @GET
    @Path("privacy")
    @SameForStrangers
    public TemplateInstance privacy() {
        return Templates.privacy(PrivacyView.of(config));
    }

    /** Courses stand in the order of the framework’s areas: the basics come first. */
    private int placeOfArea(Revision revision) {
        Framework framework = frameworks.framework(revision.framework());
        return revision.competences().stream()
                .flatMap(target -> framework.areaOf(target.competence()).stream())
                .mapToInt(framework.areas()::indexOf)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private CourseCard card(Revision revision, Locale locale) {
        String area = revision.competences().stream()
                .flatMap(target -> frameworks.framework(revision.framework()).areaOf(target.competence()).stream())
                .map(found -> found.name().in(locale))
                .findFirst()
                .orElse("");
        return new CourseCard(
                revision.slug(),
                revision.title().in(locale),
                revision.title().languageIn(locale),
                revision.picture(),
                area,
                revision.lessons().size(),
                revision.minutes(),
                revision.audience().getFirst());
    }
}
