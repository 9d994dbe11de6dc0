package ua.stezhka.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A lesson can be printed, whole and by anybody. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LessonSheetTest {
    private static final String LESSON = "/courses/internet-safety/lessons/bank-call";

    @Test
    void a_sheet_holds_every_step_and_the_way_back() {
        TestBrowser stranger = new TestBrowser();
        Document step = stranger.get(LESSON + "/steps/1").page();
        assertThat(step.select("a[href=" + LESSON + "/sheet]")).hasSize(1);
        int steps = step.select(".path i").size();
        TestBrowser.Answer answer = stranger.get(LESSON + "/sheet");
        Document sheet = answer.page();
        assertThat(sheet.select("article h2")).hasSize(steps);
        assertThat(sheet.select("article h2").eachText())
                .contains(step.select("h1").text());
        assertThat(sheet.select("svg.qr path")).hasSize(1);
        assertThat(sheet.select("section").text()).contains(LESSON).contains("0 800 000 000");
        assertThat(sheet.select("main input[type=radio]"))
                .as("nothing to answer on paper")
                .isEmpty();
        assertThat(answer.statements()).isLessThanOrEqualTo(2);
        assertThat(stranger.get(LESSON.replace("bank", "tank") + "/sheet").status())
                .isEqualTo(404);
    }

    @Test
    void a_sheet_speaks_the_language_of_the_reader() {
        TestBrowser reader = new TestBrowser();
        reader.post("/comfort", "lang", "en", "next", LESSON + "/sheet");
        Document sheet = reader.get(LESSON + "/sheet").page();
        assertThat(sheet.select("html").attr("lang")).isEqualTo("en");
        assertThat(sheet.select("section h2").text()).isEqualTo("Come back to the lesson");
    }
}
