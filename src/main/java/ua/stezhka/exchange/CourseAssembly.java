package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.CourseDraft;
import ua.stezhka.course.Revision.FinalQuiz;
import ua.stezhka.course.Revision.Target;
import ua.stezhka.exchange.LessonText.StepText;
import ua.stezhka.platform.LocalText;

/** Puts the files of a course, which keep all rules, together to what is published. */
record CourseAssembly(CourseFolder course) {
    CourseDraft draft() {
        JsonNode root = course.course().root();
        JsonNode quiz = root.path("quiz");
        return new CourseDraft(
                course.id(),
                words(root.path("languages")),
                ContentText.of(root.path("title")),
                ContentText.of(root.path("summary")),
                words(root.path("audience")),
                root.path("band").asText(),
                root.path("framework").asText(),
                root.path("competences")
                        .valueStream()
                        .map(CourseAssembly::target)
                        .toList(),
                outcomes(root.path("outcomes")),
                root.path("picture").asText(),
                ContentText.of(root.path("picture_alt")),
                LocalDate.parse(root.path("checked_on").asText()),
                root.path("sections").valueStream().map(this::section).toList(),
                new FinalQuiz(
                        quiz.path("questions").asInt(),
                        quiz.path("pass_percent").asInt(),
                        quiz.path("minutes").asInt()),
                course.pictures());
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static Target target(JsonNode competence) {
        return new Target(
                competence.path("id").asText(), competence.path("level").asText());
    }

    private static List<LocalText> outcomes(JsonNode outcomes) {
        return IntStream.range(0, outcomes.path("uk").size())
                .mapToObj(i -> new LocalText(
                        outcomes.path("uk").get(i).asText(),
                        outcomes.has("en") ? outcomes.path("en").get(i).asText() : null))
                .toList();
    }

    private CourseDraft.Section section(JsonNode section) {
        return new CourseDraft.Section(
                section.path("id").asText(),
                ContentText.of(section.path("title")),
                words(section.path("lessons")).stream().map(this::lesson).toList());
    }

    private CourseDraft.Lesson lesson(String id) {
        Map<String, LessonText> texts = Objects.requireNonNull(course.lessons().get(id));
        LessonText uk = Objects.requireNonNull(texts.get("uk"));
        @Nullable LessonText en = texts.get("en");
        List<CourseDraft.Step> steps = new ArrayList<>();
        for (int i = 0; i < uk.steps().size(); i++) {
            steps.add(step(uk.steps().get(i), en == null ? null : en.steps().get(i)));
        }
        return new CourseDraft.Lesson(
                id, new LocalText(uk.title(), en == null ? null : en.title()), uk.minutes(), steps);
    }

    private static CourseDraft.Step step(StepText uk, @Nullable StepText en) {
        return new CourseDraft.Step(
                uk.id(),
                new LocalText(uk.title(), en == null ? null : en.title()),
                new CourseDraft.Body(uk.blocks(), en == null ? null : en.blocks()),
                uk.questions().isEmpty() ? null : uk.questions().getFirst().name());
    }
}
