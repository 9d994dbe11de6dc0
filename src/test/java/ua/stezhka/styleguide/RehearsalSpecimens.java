package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.RehearsalView;
import ua.stezhka.question.RehearsalView.Done;
import ua.stezhka.question.RehearsalView.Part;
import ua.stezhka.question.RehearsalView.Said;
import ua.stezhka.question.RehearsalView.Screen;
import ua.stezhka.question.RehearsalView.Target;

/** A rehearsal with every part that a screen may have, and what is told at each press. */
final class RehearsalSpecimens {
    private static final RawString WHY = new RawString("<p>«Назад» повернула б вас на головну.</p>");

    private RehearsalSpecimens() {}

    static List<Section> of(Templates templates) {
        return List.of(new Section(
                "rehearsal",
                "Тренажер",
                false,
                List.of(
                        draw(templates, "Телефон, до першого натискання", view(null, phone())),
                        draw(templates, "Браузер, натиснули не те", view(said("look-again", WHY, ""), browser())),
                        draw(templates, "Не те, без пояснення автора", view(said("look-again", null, ""), browser())),
                        draw(templates, "Правильно", view(said("right", WHY, ""), browser())),
                        draw(templates, "Попросили показати", view(said("shown", null, "«Увійти»"), browser())),
                        draw(templates, "У тесті: записано", view(said("kept", null, ""), browser())),
                        waiting(templates, "У тесті без зв’язку: кнопка чекає", browser(), "2"),
                        waiting(templates, "Без зв’язку: посилання чекає", browser(), "3"),
                        waiting(templates, "Без зв’язку: рядок чекає", phone(), "3"),
                        waiting(templates, "Без зв’язку: місце на малюнку чекає", phone(), "4"),
                        note(templates, "Що сказано, доки натискання чекає", "waits"),
                        note(templates, "Що сказано, доки немає наступного екрана", "kept"),
                        draw(templates, "Пройдено в уроці", done(true)),
                        draw(templates, "Пройдено в тесті", done(false)))));
    }

    private static Said said(String tone, @Nullable RawString why, String answer) {
        return new Said(tone, "Натисніть «Увійти».", "«Назад»", answer, why);
    }

    private static RehearsalView view(@Nullable Said said, Screen screen) {
        return new RehearsalView(
                List.of(new RehearsalView.Pressed("1.2", "«Назад»")), 2, 4, said, screen, List.of(), false);
    }

    private static RehearsalView done(boolean lesson) {
        List<Done> steps = new ArrayList<>();
        for (String how : lesson ? List.of("at-once", "found", "shown") : List.of("kept", "kept")) {
            steps.add(new Done("Натисніть «Увійти».", "«Увійти»", how));
        }
        return new RehearsalView(List.of(new RehearsalView.Pressed("1.2", "«Назад»")), 4, 3, null, null, steps, lesson);
    }

    private static Part words(String kind, String text) {
        return new Part(kind, "", text, false, List.of(), null);
    }

    private static Part pressed(String kind, String token, String text, boolean on) {
        return new Part(kind, token, text, on, List.of(), null);
    }

    private static Target target(int token, String text) {
        return new Target(String.valueOf(token), text, false);
    }

    private static Screen phone() {
        List<Target> keys = new ArrayList<>();
        for (String key : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#")) {
            keys.add(target(keys.size() + 5, key));
        }
        RehearsalView.Drawing drawing = new RehearsalView.Drawing(
                "0 0 300 100",
                new RawString(
                        "<rect class=\"f-mint\" width=\"300\" height=\"100\"/><circle class=\"f-amber s-ink w-1\" cx=\"60\" cy=\"50\" r=\"34\"/>"),
                List.of(new RehearsalView.Region("4", "Шестірня", 10, 5, 100, 90)));
        return new Screen(
                "phone",
                "Налаштування",
                "Увімкніть Wi-Fi.",
                List.of(
                        words("message", "Привіт! Ви вже вдома?"),
                        pressed("switch", "1", "Wi-Fi", false),
                        pressed("switch", "2", "Звук", true),
                        new Part("list", "", "", false, List.of(target(3, "Екран")), null),
                        new Part("picture", "", "Шестірня на зеленому тлі.", false, List.of(), drawing),
                        new Part("keypad", "", "", false, keys, null)),
                List.of(target(1, "Wi-Fi"), target(2, "Звук"), target(3, "Екран"), target(4, "Шестірня")));
    }

    private static Screen browser() {
        return new Screen(
                "browser",
                "Центр послуг",
                "Натисніть «Увійти».",
                List.of(
                        words("heading", "Вітаємо"),
                        words("text", "Приймаємо щодня, крім неділі."),
                        words("notice", "Запис безплатний."),
                        pressed("field", "1", "Ім’я", false),
                        pressed("button", "2", "Увійти", false),
                        pressed("link", "3", "Назад", false)),
                List.of(new Target("1", "Ім’я", true), target(2, "Увійти"), target(3, "Назад")));
    }

    private static Specimen waiting(Templates templates, String state, Screen screen, String part) {
        return drawing(templates, view(null, screen))
                .act(".mock [name=part][value=" + part + "]", button -> button.attr("data-state", "waiting"))
                .first(state, ".mock");
    }

    private static Specimen note(Templates templates, String state, String which) {
        return templates
                .draw("quiz/_press", Map.of("partMark", "", "typedMark", ""))
                .act("[data-press-note]", note -> note.removeAttr("hidden"))
                .act("[data-press-what]", what -> what.text("«Увійти»"))
                .act("[data-press-status]", box -> box.select("[data-press-says=" + which + "]")
                        .removeAttr("hidden"))
                .first(state, "[data-press-note]");
    }

    private static Specimen draw(Templates templates, String state, RehearsalView rehearsal) {
        return drawing(templates, rehearsal).whole(state);
    }

    private static Drawing drawing(Templates templates, RehearsalView rehearsal) {
        QuestionView question = new QuestionView(
                "q",
                "rehearsal",
                "uk",
                new RawString("Увійдіть до кабінету."),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                null,
                false,
                false,
                "",
                false,
                null,
                rehearsal);
        return templates.draw("question/_question", Map.of("q", question));
    }
}
