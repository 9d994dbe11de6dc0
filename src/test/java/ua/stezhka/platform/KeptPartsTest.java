package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.Variant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptPartsTest {
    private final AtomicInteger drawings = new AtomicInteger();

    private Template template(KeptParts parts, String text) {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addSectionHelper(parts)
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build()
                .parse(text, Variant.forContentType(Variant.TEXT_HTML));
    }

    private Template template(String text) {
        return template(new KeptParts(false), text);
    }

    private String draw(Template template, @Nullable Object key, String language) {
        return template.data("key", key, "drawings", drawings)
                .setLocale(Locale.of(language))
                .render();
    }

    private String draw(Template template, @Nullable Object key) {
        return draw(template, key, "uk");
    }

    @Test
    void a_part_is_drawn_once_for_each_key() {
        Template template = template("{#kept by=key}{drawings.incrementAndGet}{/kept}");
        assertThat(draw(template, "one")).isEqualTo("1");
        assertThat(draw(template, "one")).isEqualTo("1");
        assertThat(draw(template, "two")).isEqualTo("2");
        assertThat(draw(template, "one")).isEqualTo("1");
    }

    @Test
    void each_place_and_each_language_keeps_its_own() {
        Template template = template(
                "{#kept by=key}{drawings.incrementAndGet}{/kept} {#kept by=key}{drawings.incrementAndGet}{/kept}");
        assertThat(draw(template, "one", "uk")).isEqualTo("1 2");
        assertThat(draw(template, "one", "en")).isEqualTo("3 4");
        assertThat(draw(template, "one", "uk")).isEqualTo("1 2");
    }

    @Test
    void without_a_key_nothing_is_kept() {
        Template template = template("{#kept by=key}{drawings.incrementAndGet}{/kept}");
        assertThat(draw(template, null)).isEqualTo("1");
        assertThat(draw(template, null)).isEqualTo("2");
    }

    @Test
    void another_card_of_the_community_is_drawn_anew() {
        KeptParts parts = new KeptParts(false);
        Template template = template(parts, "{#kept by=key}{drawings.incrementAndGet}{/kept}");
        draw(template, "one");
        parts.forget(new ContentChanged());
        assertThat(draw(template, "one")).isEqualTo("2");
    }

    @Test
    void tests_find_what_depends_on_more_than_its_key() {
        Template template = template(new KeptParts(true), "{#kept by=key}{drawings.incrementAndGet}{/kept}");
        draw(template, "one");
        assertThatThrownBy(() -> draw(template, "one"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("depends on more than");
    }

    @Test
    void what_is_kept_is_escaped_once() {
        Template template = template("{#kept by=key}{key}{/kept}");
        assertThat(draw(template, "<b>")).isEqualTo("&lt;b&gt;");
        assertThat(draw(template, "<b>")).isEqualTo("&lt;b&gt;");
    }
}
