package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuestionAssemblyTest {
    @TempDir
    Path root;

    private QuestionDraft draft(String question) {
        CourseFolder course = new ContentFixture(root).folder().courses().getFirst();
        return QuestionAssembly.draft(course, course.questions().get(question));
    }

    @Test
    void groups_are_kept_apart_from_what_belongs_to_them() {
        QuestionDraft sorted = draft("sorted");
        assertThat(Json.write(sorted.body())).contains("juice").doesNotContain("\"in\"");
        assertThat(sorted.key())
                .isEqualTo(new AnswerKey.Categorise(Map.of("tea", "hot", "juice", "cold", "soup", "hot")));
        assertThat(Json.read(Json.write(sorted.body()), QuestionBody.class)).isEqualTo(sorted.body());
        assertThat(Json.read(Json.write(sorted.key()), AnswerKey.class)).isEqualTo(sorted.key());
    }

    @Test
    void every_shape_is_drawn_in_the_units_of_the_picture() {
        QuestionDraft spout = draft("spout");
        QuestionBody.Hotspot body = (QuestionBody.Hotspot) spout.body();
        assertThat(body.viewBox()).isEqualTo("0 0 320 200");
        assertThat(body.choose()).isEqualTo(1);
        assertThat(body.regions())
                .extracting(QuestionBody.Region::outline)
                .containsExactly(
                        "M10 10H90V90H10Z",
                        "M160 60A40 40 0 0 1 240 60A40 40 0 0 1 160 60Z",
                        "M100 120L300 120L200 190Z");
        assertThat(body.regions().getLast().left()).isEqualByComparingTo("100");
        assertThat(body.regions().getLast().top()).isEqualByComparingTo("120");
        assertThat(spout.key()).isEqualTo(new AnswerKey.Hotspot(Set.of("spout"), Set.of("lid", "base")));
        assertThat(Json.read(Json.write(body), QuestionBody.class)).isEqualTo(body);
    }

    @Test
    void how_strictly_an_answer_is_marked_stands_in_the_key() {
        assertThat(draft("needed").key())
                .isEqualTo(new AnswerKey.MultipleChoice(Set.of("water", "leaves"), Set.of("nail"), true));
        assertThat(((QuestionBody.MultipleChoice) draft("needed").body()).whole())
                .isTrue();
        AnswerKey.Gaps filled = (AnswerKey.Gaps) draft("filled").key();
        assertThat(filled.gaps().get("what"))
                .isEqualTo(new AnswerKey.Typed(new AnswerKey.Accepted(
                        List.of("чашки"), List.of("cup", "mug"), true, List.of("чашка", "cap"))));
        assertThat(((AnswerKey.NumberEntry) draft("degrees").key()).units())
                .containsExactlyInAnyOrder("градусів", "degrees", "°C", "°C");
    }

    @Test
    void what_was_published_before_reads_as_it_was_and_is_written_as_it_was() {
        for (String key : List.of(
                "{\"type\":\"number\",\"answer\":5,\"tolerance\":0}",
                "{\"type\":\"multiple-choice\",\"right\":[\"a\"],\"wrong\":[\"b\"]}",
                "{\"type\":\"short-text\",\"accepted\":{\"en\":[],\"uk\":[\"пароль\"]}}")) {
            assertThat(Json.write(Json.read(key, AnswerKey.class))).isEqualTo(key);
        }
        assertThat(Json.read("{\"type\":\"number\",\"answer\":5,\"tolerance\":0}", AnswerKey.class))
                .isEqualTo(new AnswerKey.NumberEntry(new BigDecimal(5), BigDecimal.ZERO));
        String body = "{\"type\":\"multiple-choice\",\"options\":[]}";
        assertThat(Json.write(Json.read(body, QuestionBody.class))).isEqualTo(body);
    }
}
