package ua.stezhka.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ua.stezhka.course.Block.Kind;
import ua.stezhka.course.Revision.FinalQuiz;
import ua.stezhka.course.Revision.Target;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;

/** Small courses for tests. */
final class CourseFixtures {
    private CourseFixtures() {}

    static CourseDraft course(String slug, String summary) {
        return course(slug, summary, List.of("everyone"), "basic", 5);
    }

    static CourseDraft course(String slug, String summary, List<String> audience, String band, int minutes) {
        CourseDraft.Lesson lesson = new CourseDraft.Lesson(
                "water",
                new LocalText("Вода", "Water"),
                minutes,
                List.of(step("why", null), step("how-much", "how-much")));
        return new CourseDraft(
                slug,
                List.of("uk", "en"),
                new LocalText("Чай " + slug, "Tea " + slug),
                new LocalText(summary, summary),
                audience,
                band,
                "digcomp-ua-citizens",
                List.of(new Target("devices", "A1")),
                List.of(new LocalText("Заварите чай.", "Make tea.")),
                "cup.svg",
                new LocalText("Чашка.", "A cup."),
                LocalDate.of(2026, 11, 20),
                List.of(new CourseDraft.Section("first", new LocalText("Початок", "Beginning"), List.of(lesson))),
                new FinalQuiz(10, 70, 8),
                Map.of("cup.svg", new Picture("0 0 10 10", "<path d=\"M1 1h8z\"></path>")));
    }

    private static CourseDraft.Step step(String id, @org.jspecify.annotations.Nullable String question) {
        List<Block> uk = List.of(
                Block.html(Kind.TEXT, "<p>Без води чаю <strong>не буде</strong>.</p><script>alert(1)</script>"),
                Block.picture("cup.svg", "Чашка \"біла\"."),
                Block.html(Kind.TRY, "<p>Налийте.</p>"));
        List<Block> en = List.of(
                Block.html(Kind.TEXT, "<p>No tea <strong>without water</strong>.</p>"),
                Block.picture("cup.svg", "A white cup."),
                Block.html(Kind.TRY, "<p>Pour.</p>"));
        return new CourseDraft.Step(
                id, new LocalText("Крок " + id, "Step " + id), new CourseDraft.Body(uk, en), question);
    }
}
