package ua.stezhka.styleguide;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.CatalogueView;
import ua.stezhka.course.CatalogueView.Choice;
import ua.stezhka.home.CourseCard;
import ua.stezhka.home.LandingView;
import ua.stezhka.home.MyView;
import ua.stezhka.home.MyView.Radar.Dot;

/** Cards, the big one with which learning goes on, progress, filters and empty places. */
final class HomeSpecimens {
    private static final String BODY =
            "<rect class=\"f-mint\" width=\"320\" height=\"150\"/><path class=\"f-none s-green w-2 dash\" d=\"M-4 60c60-30 90 60 150 50s80 40 180 10\"/><circle class=\"f-amber s-ink w-1\" cx=\"206\" cy=\"38\" r=\"12\"/>";
    private static final String TITLE = "Шахраї не пройдуть";
    private static final String SLUG = "internet-safety";

    private HomeSpecimens() {}

    static List<Section> of(Templates templates) {
        String drawing = "<svg viewBox=\"0 0 320 150\" aria-hidden=\"true\">" + BODY + "</svg>";
        RawString picture = new RawString(drawing);
        Drawing landing = templates.page("home/landing", landing(drawing));
        Drawing begun = templates.page("home/my", my(next("lesson")));
        return List.of(
                new Section(
                        "landing",
                        "Перша сторінка",
                        true,
                        List.of(
                                landing.cut("Обіцянка", ".hero"),
                                landing.cut("Як це працює", "#how ~ .trail"),
                                landing.cut("Потрібна людина", ".notice"))),
                new Section(
                        "continue",
                        "Продовжити",
                        false,
                        List.of(
                                begun.cut("Урок", ".continue"),
                                templates.page("home/my", my(next("quiz"))).cut("Тест", ".continue"),
                                templates.page("home/my", my(null)).cut("Усе пройдено", ".continue"))),
                new Section(
                        "cards",
                        "Картки",
                        true,
                        List.of(
                                landing.cut("Курси", ".cards"),
                                templates
                                        .page("course/catalogue", catalogue(picture))
                                        .cut("Каталог", ".cards"),
                                begun.cut("Мої курси, з кільцем", ".cards"),
                                templates.draw("home/help").cut("Місця", ".cards"))),
                new Section(
                        "progress",
                        "Поступ",
                        true,
                        List.of(
                                begun.cut("Павутинка з реченням і таблицею", "#areas ~ *"),
                                begun.cut("Сертифікати", ".tasks"))),
                new Section(
                        "filters",
                        "Фільтри",
                        true,
                        List.of(templates
                                .page("course/catalogue", catalogue(picture))
                                .cut("Чипи", ".filters"))),
                new Section(
                        "empty",
                        "Порожньо",
                        false,
                        List.of(
                                templates
                                        .page(
                                                "course/catalogue",
                                                new CatalogueView(
                                                        true, false, List.of(), List.of(), List.of(), List.of(),
                                                        List.of(), List.of()))
                                        .cut("Нічого не знайшли", ".empty"),
                                templates
                                        .page(
                                                "home/my",
                                                new MyView(
                                                        false,
                                                        null,
                                                        List.of(),
                                                        List.of(),
                                                        radar(),
                                                        List.of(),
                                                        0,
                                                        List.of(),
                                                        new MyView.News(List.of(), List.of()),
                                                        false,
                                                        false,
                                                        List.of()))
                                        .cut("Ще нічого не почато", ".empty"))),
                new Section(
                        "pictures",
                        "Малюнки",
                        false,
                        List.of(
                                templates
                                        .draw(
                                                "platform/figure",
                                                Map.of(
                                                        "viewBox",
                                                        "0 0 320 150",
                                                        "body",
                                                        new RawString(BODY),
                                                        "alt",
                                                        "Стежка"))
                                        .whole("В уроці"),
                                templates.draw("platform/_error-picture").whole("Помилка"),
                                landing.cut("Знак", ".brand"))));
    }

    private static LandingView landing(String picture) {
        return new LandingView(
                "/courses/" + SLUG,
                false,
                List.of(
                        new CourseCard(SLUG, TITLE, "uk", picture, "Безпека", 8, 48, "everyone"),
                        new CourseCard(
                                "smartphone-first-steps",
                                "Перші кроки зі смартфоном",
                                "uk",
                                picture,
                                "Основи",
                                9,
                                45,
                                "older-people"),
                        new CourseCard(
                                "check-the-news", "Чи це правда?", "uk", picture, "Інформація", 6, 36, "pupils")));
    }

    private static CatalogueView catalogue(RawString picture) {
        List<Choice> audiences = List.of(new Choice("everyone", "", true), new Choice("parents", "", false));
        List<Choice> areas = List.of(
                new Choice("", "", true),
                new Choice("safety", "Безпека", false),
                new Choice("basics", "Основи", false));
        List<Choice> bands = List.of(new Choice("", "", false), new Choice("basic", "", true));
        List<Choice> durations =
                List.of(new Choice("", "", true), new Choice("30", "", false), new Choice("more", "", false));
        return new CatalogueView(
                true,
                true,
                areas,
                audiences,
                bands,
                durations,
                List.of(),
                List.of(
                        new CatalogueView.Card(
                                SLUG,
                                TITLE,
                                "Як упізнати обман і вберегти гроші.",
                                "uk",
                                picture,
                                "basic",
                                List.of("everyone"),
                                8,
                                48),
                        new CatalogueView.Card(
                                "mail",
                                "Letters without fear",
                                "How to read letters calmly.",
                                "en",
                                picture,
                                "advanced",
                                List.of("pupils", "teachers"),
                                6,
                                36)));
    }

    private static MyView.NextThing next(String kind) {
        List<String> stops = List.of("done", "here", "ahead", "ahead", "ahead");
        return new MyView.NextThing(kind, "/courses/" + SLUG, TITLE, "Дзвінок «із банку»", "uk", 3, 8, 2, 5, 4, stops);
    }

    private static MyView my(MyView.@Nullable NextThing next) {
        return new MyView(
                true,
                next,
                List.of(
                        new MyView.CourseRow(SLUG, TITLE, "uk", 3, 8, "94.2", false),
                        new MyView.CourseRow(
                                "smartphone-first-steps", "Перші кроки зі смартфоном", "uk", 0, 9, "0", false),
                        new MyView.CourseRow("check-the-news", "Чи це правда?", "uk", 6, 6, "252", true)),
                List.of(
                        new MyView.AreaRow(1, "Основи", 3, 4),
                        new MyView.AreaRow(2, "Інформація", 2, 6),
                        new MyView.AreaRow(3, "Спілкування", 3, 6),
                        new MyView.AreaRow(4, "Створення", 0, 0),
                        new MyView.AreaRow(5, "Безпека", 6, 8),
                        new MyView.AreaRow(6, "Розв’язання", 2, 6)),
                radar(),
                List.of("Основи", "Безпека"),
                1,
                List.of(new MyView.CertificateRow("0199", TITLE, "uk", "14 листопада 2026 року")),
                new MyView.News(List.of(), List.of()),
                false,
                true,
                List.of(new MyView.WorkRow("/my", TITLE, "uk", true)));
    }

    private static MyView.Radar radar() {
        List<Dot> dots = List.of(
                new Dot("150", "62", 1),
                new Dot("184", "120", 2),
                new Dot("195", "166", 3),
                new Dot("150", "144", 4),
                new Dot("82", "179", 5),
                new Dot("120", "123", 6));
        List<Dot> ends = List.of(
                new Dot("150", "36", 1),
                new Dot("240", "88", 2),
                new Dot("240", "192", 3),
                new Dot("150", "244", 4),
                new Dot("60", "192", 5),
                new Dot("60", "88", 6));
        List<Dot> numbers = List.of(
                new Dot("150", "21", 1),
                new Dot("257", "83", 2),
                new Dot("257", "207", 3),
                new Dot("150", "269", 4),
                new Dot("43", "207", 5),
                new Dot("43", "83", 6));
        return new MyView.Radar(
                List.of("150,88 195,114 195,166 150,192 105,166 105,114", "150,36 240,88 240,192 150,244 60,192 60,88"),
                "150,62 184,120 195,166 150,144 82,179 120,123",
                dots,
                ends,
                numbers);
    }
}
