package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SafeSvgTest {
    private static final String HEAD = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">";

    @Test
    void what_is_allowed_is_written_anew_and_reads_the_same_again() {
        String svg = HEAD.replace(">", " class=\"f-none round\">")
                + "<!-- note --><title>t</title><g class='s-ink w-1'><path d='M1 1h8z'/><text x='1' y='2'>5 &lt; 6 &amp; 7</text></g></svg>";
        Picture once = read(svg);
        assertThat(once.viewBox()).isEqualTo("0 0 10 10");
        assertThat(once.body())
                .isEqualTo("<g class=\"f-none round\"><g class=\"s-ink w-1\"><path d=\"M1 1h8z\"></path>"
                        + "<text x=\"1\" y=\"2\">5 &lt; 6 &amp; 7</text></g></g>");
        assertThat(read(HEAD + once.body() + "</svg>")).isEqualTo(once);
    }

    @Test
    void nothing_that_runs_loads_styles_or_names_comes_through() {
        String svg =
                HEAD + "<style>*{}</style><script>alert(1)</script><image href='https://e.example'/><use href='#a'/>"
                        + "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'>x</body></foreignObject>"
                        + "<path id='a' style='fill:url(https://e.example)' onclick='alert(1)' fill='red' d='M1 1'/>"
                        + "<animate attributeName='href' values='javascript:alert(1)'/><a href='javascript:alert(1)'><path d='M2 2'/></a></svg>";
        SafeSvg.Result result = SafeSvg.read(svg);
        assertThat(result.picture()).isEqualTo(new Picture("0 0 10 10", "<path d=\"M1 1\"></path>"));
        assertThat(result.flaws()).hasSize(11);
    }

    @Test
    void entities_and_other_files_are_never_read() {
        String svg = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + HEAD + "<text>&x;</text></svg>";
        assertThat(SafeSvg.read(svg).picture()).isNull();
        assertThat(SafeSvg.read("not a picture").picture()).isNull();
        assertThat(SafeSvg.read("<html/>").picture()).isNull();
    }

    @Test
    void deep_nesting_is_cut() {
        String svg = HEAD + "<g>".repeat(50) + "</g>".repeat(50) + "</svg>";
        assertThat(read(svg).body().length()).isLessThan(200);
    }

    @Test
    void every_class_of_the_list_has_its_rule_in_the_stylesheet() throws IOException {
        String classes = SafeSvg.read(HEAD + "<g class='no-such'/></svg>")
                .flaws()
                .getFirst()
                .cure()
                .replace("use ", "");
        String stylesheet = Files.readString(Path.of("src/main/resources/META-INF/resources/assets/app.css"));
        assertThat(classes.split(" ")).contains("f-skin", "s-on-skin").allSatisfy(name -> assertThat(stylesheet)
                .contains("\n." + name + " {"));
    }

    private static Picture read(String svg) {
        Picture picture = SafeSvg.read(svg).picture();
        assertThat(picture).isNotNull();
        return picture;
    }
}
