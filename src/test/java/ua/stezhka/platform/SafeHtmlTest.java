package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<b>",
        "<a href=\"https://example.org\">",
        "<a href='javascript:alert(1)'>",
        "</a>",
        "<ul><li>",
        "<table><td>",
        "<svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "</style>",
        "<title>",
        "<noscript>",
        "<textarea>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<img src=x onerror=alert(1)>",
        "<p id=body name=x>",
        "&lt;",
        "&amp;",
        "&#60;",
        "&",
        "{{",
        "}}",
        "${7*7}",
        "<",
        ">",
        "\"",
        "'",
        "\u0000",
        "\u2028",
        "😀",
        "\uD83D",
        "слово",
        "it’s",
        "<th scope=row align=left>",
        "<ol start=3>",
        "<h2>",
        "<h1>"
    };

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 400)
    void cleaning_twice_gives_the_same_as_cleaning_once(@ForAll("mixtures") String html) {
        String once = SafeHtml.clean(html);
        assertThat(SafeHtml.clean(once)).isEqualTo(once);
    }

    @Property(tries = 400)
    void nothing_that_runs_names_or_styles_comes_through(@ForAll("mixtures") String html) {
        for (Element element :
                Jsoup.parseBodyFragment(SafeHtml.clean(html)).body().getAllElements()) {
            assertThat(element.tagName()).isNotIn("script", "style", "svg", "math", "img", "form", "iframe", "object");
            assertThat(element.attributes().asList()).allSatisfy(attribute -> assertThat(attribute.getKey())
                    .isIn("href", "rel", "start", "align", "scope"));
            assertThat(element.attr("href")).matches("(https://.*|tel:.*|/.*)?");
        }
    }

    @Property(tries = 200)
    void markdown_of_anything_is_already_clean(@ForAll("mixtures") String text) {
        String html = Markdown.html(text);
        assertThat(SafeHtml.clean(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"jAvAsCrIpT:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"//evil.example\">x</a>",
                "<a href=\"/\\evil.example\">x</a>",
                "<a href=\"java&#10;script:alert(1)\">x</a>",
                "<form id=x><input name=attributes></form>",
                "<p style=\"background:url(javascript:alert(1))\" onclick=alert(1) id=defaultView>x</p>"
            })
    void known_attacks_leave_only_text(String attack) {
        assertThat(SafeHtml.clean(attack))
                .doesNotContainPattern(
                        "(?i)<(script|img|svg|math|form|style|input|noscript)|href|onerror=\"|id=|style=|javascript:");
    }

    @Test
    void text_that_looks_like_a_template_stays_text() {
        assertThat(Markdown.html("${7+7} {{seven}} #{7+7}")).isEqualTo("<p>${7&#43;7} {{seven}} #{7&#43;7}</p>");
    }

    @Test
    void links_of_authors_do_not_give_the_page_away() {
        assertThat(Markdown.html("[words](https://example.org/a?b=c&d=e) and [call](tel:112)"))
                .isEqualTo("<p><a href=\"https://example.org/a?b&#61;c&amp;d&#61;e\" rel=\"noopener\">words</a> and "
                        + "<a href=\"tel:112\" rel=\"noopener\">call</a></p>");
    }

    @Test
    void tables_and_lists_keep_their_meaning() {
        assertThat(Markdown.html("| A | B |\n|---|--:|\n| 1 | 2 |\n\n3. three\n\n### Part"))
                .contains(
                        "<th scope=\"col\">A</th>", "<td align=\"right\">2</td>", "<ol start=\"3\">", "<h2>Part</h2>");
    }
}
