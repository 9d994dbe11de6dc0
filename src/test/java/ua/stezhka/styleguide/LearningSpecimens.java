package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.learning.CourseFace;
import ua.stezhka.learning.CourseView;
import ua.stezhka.learning.CourseView.LessonRow;
import ua.stezhka.learning.CourseView.SectionView;
import ua.stezhka.learning.LessonEnd;
import ua.stezhka.learning.LessonView;
import ua.stezhka.learning.Standing;
import ua.stezhka.quiz.PracticeView;

/** A course, its lessons and their steps. */
final class LearningSpecimens {
    private static final CourseFace FACE = new CourseFace(
            new CourseFace.Key(new UUID(0, 0), new UUID(0, 0), Locale.of("uk")),
            "internet-safety",
            "Шахраї не пройдуть",
            "Як упізнати обман і вберегти гроші.",
            "uk",
            List.of("Безпека"),
            "basic",
            List.of("everyone"),
            true,
            4,
            24,
            List.of("Упізнаєте обман із перших слів."),
            List.of(new CourseFace.TargetView("Захист пристроїв", "базовий рівень")),
            false,
            10,
            7,
            "листопад 2026");

    private LearningSpecimens() {}

    static List<Section> of(Templates templates) {
        return List.of(
                new Section(
                        "path",
                        "Стежка",
                        false,
                        List.of(
                                path(templates, 1, 5),
                                path(templates, 3, 5),
                                path(templates, 7, 10),
                                path(templates, 12, 12))),
                new Section(
                        "course",
                        "Курс",
                        false,
                        List.of(
                                course(templates, "new")
                                        .cut("Назва, теги, факти, дія", ".tags, h1, .lead, .facts, .actions"),
                                course(templates, "begun").cut("Уроки: пройдені, тут, попереду", "#lessons ~ *"),
                                course(templates, "quiz").cut("Усі уроки пройдено", "#lessons ~ *"),
                                course(templates, "completed").cut("Збоку", ".aside > *"))),
                new Section(
                        "lesson",
                        "Урок",
                        true,
                        List.of(templates
                                .page("learning/step", lesson(3, 5, null, false))
                                .cut("Крок без запитання, допомога збоку", "main > *"))),
                new Section("step", "Крок уроку", false, step(templates)),
                new Section("notes", "Вставки уроку", false, notes(templates)),
                new Section(
                        "lesson-end",
                        "Кінець уроку",
                        false,
                        List.of(
                                end(templates, 5, false).cut("Далі урок", "main > :not(.crumbs)"),
                                end(templates, 0, true).cut("Далі тест, гостеві", "main > :not(.crumbs)"))));
    }

    private static Specimen path(Templates templates, int here, int steps) {
        return templates
                .page("learning/step", lesson(here, steps, null, false))
                .cut("Крок " + here + " з " + steps, ".path-text, .path");
    }

    private static List<Specimen> step(Templates templates) {
        Drawing aloud = templates.page("learning/step", lesson(3, 5, null, false));
        aloud.act("[data-speak-slow]", slow -> slow.attr("aria-pressed", "true").removeAttr("hidden"));
        aloud.act("#step p", text -> text.html("<span class=\"said\">" + text.html() + "</span>"));
        PracticeView practice = new PracticeView(
                QuestionSamples.of("single-choice", QuestionSamples.State.FRESH),
                new UUID(0, 2),
                new UUID(0, 1),
                null,
                0);
        return List.of(
                aloud.cut("Читають уголос, повільно", ".speak, #step"),
                templates
                        .page("learning/step", lesson(2, 5, practice, true))
                        .cut("Запитання: нічого не вибрано", "#step, article > .actions"));
    }

    private static LessonView lesson(int here, int steps, @Nullable PracticeView practice, boolean nothingChosen) {
        List<String> stops = IntStream.rangeClosed(1, steps)
                .mapToObj(n -> n < here ? "done" : n == here ? "here" : "ahead")
                .toList();
        return new LessonView(
                new UUID(here, steps),
                "internet-safety",
                "Шахраї не пройдуть",
                "bank-call",
                "Дзвінок «із банку»",
                "uk",
                3,
                here,
                steps,
                stops,
                "Хто телефонує",
                new RawString("<p>Справжній банк ніколи не питає код із повідомлення.</p>"),
                practice,
                nothingChosen,
                "/courses/internet-safety/lessons/bank-call/steps/1");
    }

    private static List<Specimen> notes(Templates templates) {
        return List.of(
                note(templates, "try", "Знайдіть номер свого банку на звороті картки."),
                note(templates, "tip", "Запишіть його в телефон."),
                note(templates, "remember", "Код із повідомлення не називають нікому."),
                note(templates, "calm", "Зламати тут нічого не можна."));
    }

    private static Specimen note(Templates templates, String kind, String words) {
        RawString body = new RawString("<p>" + words + "</p>");
        return templates.draw("course/note", Map.of("kind", kind, "body", body)).whole(kind);
    }

    private static Drawing course(Templates templates, String state) {
        boolean all = state.equals("quiz") || state.equals("completed");
        List<LessonRow> rows = List.of(
                row("Хто може вам зателефонувати", "done"),
                row("Дзвінок «із банку»", all ? "done" : state.equals("new") ? "ahead" : "here"),
                row("«Мамо, я в біді»", all ? "done" : "ahead"),
                row("Виграш, якого не було", all ? "done" : "ahead"));
        return templates.page(
                "learning/course",
                new CourseView(
                        new Standing(FACE.key(), Map.of(state, new Standing.At("", 0, false)), false, false),
                        FACE,
                        state,
                        "/courses/internet-safety",
                        "Дзвінок «із банку»",
                        2,
                        18,
                        List.of(new SectionView("Телефон", rows)),
                        state.equals("completed")));
    }

    private static LessonRow row(String title, String state) {
        return new LessonRow("/courses/internet-safety", title, 6, state, 2, 5);
    }

    private static Drawing end(Templates templates, int left, boolean guest) {
        return templates.page(
                "learning/finish",
                new LessonEnd(
                        "internet-safety",
                        "Шахраї не пройдуть",
                        "Дзвінок «із банку»",
                        "uk",
                        8 - left,
                        8,
                        left,
                        left > 0 ? "«Мамо, я в біді»" : "",
                        6,
                        "/courses/internet-safety",
                        "/courses/internet-safety/lessons/bank-call/sheet",
                        false,
                        guest));
    }
}
