package ua.stezhka.styleguide;

import java.util.List;
import ua.stezhka.platform.ProblemPage;

/** What stands around pages and in place of them, and the components of the design that no page needs yet. */
final class FurtherSpecimens {
    private FurtherSpecimens() {}

    static List<Section> of(Templates templates) {
        Drawing help = templates.draw("home/help");
        Drawing offline = templates.draw("home/about");
        String told = offline.text("[data-offline]", "data-text");
        offline.act("[data-offline]", strip -> strip.removeAttr("hidden")
                .appendElement("p")
                .addClass("wrap")
                .text(told));
        return List.of(
                new Section(
                        "problems",
                        "Коли щось не так",
                        true,
                        List.of(
                                offline.cut("Немає зв’язку", "[data-offline]"),
                                problem(templates, 404, "Такої сторінки немає"),
                                problem(templates, 401, "Спершу увійдіть"))),
                new Section(
                        "help",
                        "Допомога",
                        true,
                        List.of(
                                help.cut("Номер, за яким допоможуть", ".notice"),
                                help.act(".fold", fold -> fold.attr("open", "")).cut("Складки", "#often ~ *"))),
                new Section(
                        "shared-computer",
                        "Спільний комп’ютер",
                        true,
                        List.of(
                                templates.own(
                                        "Смуга з виходом, що нічого не лишає",
                                        "<div class=\"clearing\"><div class=\"wrap\"><p>Спільний комп’ютер. Коли закінчите, натисніть:</p>"
                                                + "<a class=\"btn\" href=\"#shared-computer\">Завершити й очистити</a></div></div>"))),
                new Section(
                        "in-waiting",
                        "Складники, що чекають на свою сторінку",
                        false,
                        List.of(
                                templates.own(
                                        "Діалог",
                                        "<dialog class=\"dialog dialog--inline\" open aria-labelledby=\"d\"><h3 id=\"d\">Надіслати відповіді?</h3>"
                                                + "<p>Одне запитання лишилося без відповіді.</p><div class=\"actions\"><button class=\"btn\" type=\"button\">Надіслати</button>"
                                                + "<button class=\"btn btn--ghost\" type=\"button\">Повернутися</button></div></dialog>"),
                                templates.own(
                                        "Звістка, що лишається",
                                        "<div class=\"toast\"><p>Зміни збережено.</p><button class=\"btn btn--quiet\" type=\"button\">Зрозуміло</button></div>"),
                                templates.own(
                                        "Поки відкривається",
                                        "<div class=\"card\" aria-hidden=\"true\"><span class=\"skeleton skeleton--title\"></span><span class=\"skeleton\"></span>"
                                                + "<span class=\"skeleton skeleton--short\"></span></div>"))));
    }

    private static Specimen problem(Templates templates, int status, String title) {
        ProblemPage page = new ProblemPage(status, title, "Ви нічого не зламали.", "4bf92f3577b34da6");
        return templates.page("platform/problem", page).cut(Integer.toString(status), "main > *");
    }
}
