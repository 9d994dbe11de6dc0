package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.FeedbackView;
import ua.stezhka.quiz.AttemptEndView;
import ua.stezhka.quiz.AttemptView;
import ua.stezhka.quiz.BeforeView;
import ua.stezhka.quiz.ResultView;
import ua.stezhka.quiz.ReviewView;

/** A quiz from its first page to its result, and what is said about answers. */
final class QuizSpecimens {
    private static final UUID ATTEMPT = new UUID(0, 1);
    private static final String COURSE = "internet-safety";
    private static final String TITLE = "Шахраї не пройдуть";

    private QuizSpecimens() {}

    static List<Section> of(Templates templates) {
        return List.of(
                new Section("feedback", "Що кажемо про відповідь", false, feedback(templates)),
                new Section("attempt", "Запитання тесту", false, attempt(templates)),
                new Section("save", "Рядок збереження", false, save(templates)),
                new Section(
                        "quiz",
                        "Тест до й після",
                        false,
                        List.of(
                                before(templates, null, null).cut("Перед тестом", "main > *"),
                                before(templates, null, ATTEMPT).cut("Уже складено", "h1, .lead, .actions"),
                                limited(templates, "").cut("З обмеженнями", "main > *"),
                                limited(templates, "26.11.2026, 14:05").cut("Ще не час", "h1, .notice, .actions"),
                                review(templates).cut("Усі запитання", "h1, .lead, .trail, main form"),
                                result(templates, false).cut("Ще не складено", "main > *"),
                                result(templates, true)
                                        .cut("Складено", "main > .picture, h1, .lead, main > .actions"))));
    }

    private static List<Specimen> feedback(Templates templates) {
        RawString why = new RawString("<p>Код потрібен лише вам: ним підтверджують платіж.</p>");
        RawString hint = new RawString("<p>Хто має набирати номер?</p>");
        return List.of(
                said(templates, "Правильно", new FeedbackView("right", "uk", null, why, List.of(), List.of())),
                said(
                        templates,
                        "Частково, з підказкою",
                        new FeedbackView("partly", "uk", hint, why, List.of(), List.of())),
                said(
                        templates,
                        "Подивіться ще раз, з відповіддю",
                        new FeedbackView("look-again", "uk", null, why, List.of("Покладу слухавку"), List.of())),
                said(
                        templates,
                        "«Не знаю», кілька відповідей",
                        new FeedbackView("unknown", "uk", null, null, List.of("Код", "Пароль"), List.of())),
                said(
                        templates,
                        "Власна робота: порівняйте зі зразком",
                        new FeedbackView(
                                "compare",
                                "uk",
                                null,
                                why,
                                List.of("Добрий день! Не можу ввійти в застосунок банку."),
                                List.of("Сказано, що саме не працює."))));
    }

    private static Specimen said(Templates templates, String state, FeedbackView feedback) {
        return templates.draw("question/_feedback", Map.of("f", feedback)).whole(state);
    }

    private static List<Specimen> attempt(Templates templates) {
        Drawing plain = question(templates, null);
        Drawing sending = question(templates, null);
        sending.act("[value=next]", button -> button.attr("aria-busy", "true"));
        return List.of(
                plain.cut("Стежка: відповіли, не знають, тут, попереду", ".path-text, .path"),
                plain.cut("Час до кінця", "[data-timer]"),
                plain.cut("Послухати", ".speak"),
                plain.cut("Дії", "form > .actions, form > .row"),
                sending.cut("Надсилаємо", "form > .actions"));
    }

    private static List<Specimen> save(Templates templates) {
        List<Specimen> specimens = new ArrayList<>();
        for (String state : List.of("saved", "saving", "waiting", "conflict", "signin", "refused")) {
            Drawing drawn = question(templates, null);
            String text =
                    drawn.text("form[data-attempt]", "data-text-" + (state.equals("waiting") ? "waiting-few" : state));
            drawn.act("[data-save-state]", line -> line.attr("data-state", state)
                    .text(text.replace("{time}", "14:05").replace("{n}", "3")));
            specimens.add(drawn.cut(state, "[data-save-state]"));
        }
        specimens.add(question(templates, null)
                .act("[data-sign-in-again]", line -> line.removeAttr("hidden"))
                .cut("Увійти ще раз", "[data-sign-in-again]"));
        specimens.add(question(
                        templates,
                        new AttemptView.Conflict(List.of("Покладу слухавку"), List.of("Передзвоню", "«Не знаю»")))
                .cut("Дві різні відповіді", "[data-conflict]"));
        return specimens;
    }

    private static Drawing question(Templates templates, AttemptView.@Nullable Conflict conflict) {
        return templates.page(
                "quiz/question",
                new AttemptView(
                        ATTEMPT,
                        "person",
                        COURSE,
                        TITLE,
                        4,
                        6,
                        List.of("done", "done", "unknown", "here", "ahead", "ahead"),
                        QuestionSamples.of("single-choice", QuestionSamples.State.ANSWERED),
                        "answered",
                        1,
                        ATTEMPT,
                        "14:05",
                        true,
                        new AttemptEndView(ATTEMPT, Instant.EPOCH.plusSeconds(754), Instant.EPOCH, "14:30", false),
                        null,
                        conflict));
    }

    private static Drawing before(Templates templates, @Nullable UUID open, @Nullable UUID passed) {
        return templates.page(
                "quiz/before", new BeforeView(COURSE, TITLE, "uk", 10, 15, "7", open, 1, passed, null, false, null));
    }

    private static Drawing limited(Templates templates, String from) {
        BeforeView.Limits limits = new BeforeView.Limits(3, 365, 2, 24, from, 30, 45, "half_more", from.isEmpty());
        return templates.page(
                "quiz/before", new BeforeView(COURSE, TITLE, "uk", 10, 15, "7", null, 1, null, limits, false, null));
    }

    private static Drawing review(Templates templates) {
        List<ReviewView.Row> rows = List.of(
                new ReviewView.Row(1, "Хто телефонує?", "answered", false),
                new ReviewView.Row(2, "Що сказати?", "answered", true),
                new ReviewView.Row(3, "Кому розповісти?", "unknown", false),
                new ReviewView.Row(4, "Куди подзвонити?", "answered", false),
                new ReviewView.Row(5, "Що записати?", "", false));
        return templates
                .page("quiz/review", new ReviewView(ATTEMPT, "person", COURSE, TITLE, "uk", null, 4, rows))
                .act("[data-attempt-row=4]", row -> row.addClass("waiting"));
    }

    private static Drawing result(Templates templates, boolean passed) {
        RawString why = new RawString("<p>Банк сам не питає код.</p>");
        ResultView.Lesson lesson = new ResultView.Lesson("/courses/" + COURSE, "Дзвінок «із банку»", 6);
        List<ResultView.Row> rows = List.of(
                row(1, "right", List.of("Покладу слухавку"), List.of(), why),
                row(2, "partly", List.of("Код"), List.of("Код", "Пароль"), why),
                row(3, "look-again", List.of("Так"), List.of("Ні"), why),
                row(4, "unknown", List.of(), List.of("Ні"), why),
                row(5, "", List.of(), List.of("103"), why));
        return templates.page(
                "quiz/result",
                new ResultView(
                        ATTEMPT,
                        COURSE,
                        TITLE,
                        "uk",
                        0,
                        7,
                        passed,
                        passed ? "9" : "2,5",
                        10,
                        "7",
                        List.of("Захист пристроїв"),
                        List.of(lesson),
                        rows,
                        "",
                        "",
                        false));
    }

    private static ResultView.Row row(
            int position, String tone, List<String> given, List<String> right, RawString why) {
        return new ResultView.Row(position, "Що ви скажете на такий дзвінок?", tone, given, right, why, null, null);
    }
}
