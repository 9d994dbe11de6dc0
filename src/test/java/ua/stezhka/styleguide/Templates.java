package ua.stezhka.styleguide;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;

/** The templates of the product, whole pages and their parts. */
final class Templates {
    private final Engine engine;
    private final AtomicInteger count = new AtomicInteger();

    Templates(Engine engine) {
        this.engine = engine;
    }

    Drawing draw(String name) {
        return draw(name, Map.of());
    }

    /** A page whose template calls what it shows {@code page}. */
    Drawing page(String name, Object page) {
        return draw(name, Map.of("page", page));
    }

    /** A page whose template calls what it shows {@code form}. */
    Drawing form(String name, Object form) {
        return draw(name, Map.of("form", form));
    }

    Drawing draw(String name, Map<String, Object> data) {
        Template template = engine.getTemplate(name);
        if (template == null) {
            throw new IllegalStateException("no template " + name);
        }
        TemplateInstance instance = template.instance();
        data.forEach(instance::data);
        return new Drawing(name, Jsoup.parse(instance.render()), count);
    }

    /** What no template of the product draws yet. */
    Specimen own(String state, String html) {
        return new Drawing(state, Jsoup.parse(html), count).whole(state);
    }
}
