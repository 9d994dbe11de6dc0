package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** What a template of the product drew, to cut specimens out of it. */
final class Drawing {
    private static final Set<String> NAMES = Set.of("id", "for", "name", "aria-describedby", "aria-labelledby");
    private static final Set<String> SEEN_BY_STYLES = Set.of("data-state", "data-label");

    private final String template;
    private final Document page;
    private final AtomicInteger count;

    Drawing(String template, Document page, AtomicInteger count) {
        this.template = template;
        this.page = page;
        this.count = count;
        page.outputSettings().prettyPrint(false);
    }

    /** Does what a script of the product would do to the first of {@code what}. */
    Drawing act(String what, Consumer<Element> change) {
        change.accept(first(what));
        return this;
    }

    /** A text that a script of the product reads from an attribute. */
    String text(String what, String attribute) {
        return first(what).attr(attribute);
    }

    /** Everything that is drawn. */
    Specimen whole(String state) {
        return specimen(state, page.body().children());
    }

    /** The first of {@code what} alone. */
    Specimen first(String state, String what) {
        return specimen(state, new Elements(first(what)));
    }

    /** All of {@code what}, none of it inside another. */
    Specimen cut(String state, String what) {
        Elements found = page.select(what);
        first(what);
        found.removeIf(each -> each.parents().stream().anyMatch(found::contains));
        return specimen(state, found);
    }

    private Element first(String what) {
        Element found = page.selectFirst(what);
        if (found == null) {
            throw new IllegalStateException(template + " draws no " + what);
        }
        return found;
    }

    /** A copy that stands among others: its names are its own, it makes no landmark twice and does nothing. */
    private Specimen specimen(String state, Elements found) {
        String prefix = "s" + count.incrementAndGet() + '-';
        List<String> html = new ArrayList<>();
        for (Element each : found) {
            Element copy = each.clone();
            copy.select("script, input[type=hidden]").remove();
            copy.select("h1").tagName("h2");
            copy.select("section[aria-labelledby]").removeAttr("aria-labelledby");
            copy.select("nav[aria-label]")
                    .forEach(nav -> nav.attr("aria-label", nav.attr("aria-label") + ": " + prefix));
            copy.select("[data-errors]").removeAttr("role");
            copy.getAllElements().forEach(element -> rename(element, prefix));
            html.add(copy.outerHtml());
        }
        return new Specimen(state, new RawString(String.join("\n", html)));
    }

    private static void rename(Element element, String prefix) {
        for (Attribute attribute : element.attributes().asList()) {
            String key = attribute.getKey();
            String value = attribute.getValue();
            if (key.startsWith("data-") && !SEEN_BY_STYLES.contains(key)) {
                element.removeAttr(key);
            } else if (NAMES.contains(key)) {
                element.attr(
                        key, Stream.of(value.split("\\s+")).map(prefix::concat).collect(Collectors.joining(" ")));
            } else if (key.equals("href") && value.startsWith("#")) {
                element.attr(key, '#' + prefix + value.substring(1));
            }
        }
    }
}
