package ua.stezhka.styleguide;

import java.util.List;
import java.util.UUID;
import ua.stezhka.account.Option;
import ua.stezhka.certificate.CertificateList;
import ua.stezhka.people.PeopleFilter;
import ua.stezhka.people.PeopleView;
import ua.stezhka.people.PersonRow;
import ua.stezhka.platform.PageOf;
import ua.stezhka.quiz.LogView;

/** Lists of administrators, denser than other pages, and a list of a learner. */
final class ListSpecimens {
    private static final String DAY = "14 листопада 2026 року";

    private ListSpecimens() {}

    static List<Section> of(Templates templates) {
        return List.of(new Section(
                "lists",
                "Списки",
                true,
                List.of(
                        staff(people(templates, 1), "Вкладки, фільтр реченням, таблиця, перша сторінка"),
                        people(templates, 2).cut("Посередині", "nav:has(.pages)"),
                        people(templates, 3).cut("Остання сторінка", "nav:has(.pages)"),
                        staff(certificates(templates), "Стани й дії в таблиці"),
                        templates.page("quiz/log", log()).cut("Перелік слухача", ".table"))));
    }

    private static Specimen staff(Drawing drawn, String state) {
        return drawn.act(".tabs a", tab -> tab.attr("aria-current", "page"))
                .act("main", main -> main.tagName("div").attr("class", "staff"))
                .act(".staff > h1", title -> title.remove())
                .first(state, ".staff:not(body)");
    }

    private static Drawing people(Templates templates, int page) {
        List<PersonRow> rows = List.of(
                new PersonRow(new UUID(0, 1), "Марія Коваленко", "МК", "", false, false, DAY, "сьогодні о 9:12"),
                new PersonRow(new UUID(0, 2), "Іван Бондар", "ІБ", "Адміністратор", true, false, DAY, ""),
                new PersonRow(
                        new UUID(0, 3),
                        "Софія Зразок-Довгопрізвищенко",
                        "СЗ",
                        "Ментор, Тьютор",
                        false,
                        true,
                        DAY,
                        "вчора"));
        return templates.page(
                "people/people",
                new PeopleView(
                        new PeopleFilter("", "", "all"),
                        List.of(new Option("mentor", "Ментор")),
                        new PageOf<>(rows, page, 130, PageOf.SIZE)));
    }

    private static Drawing certificates(Templates templates) {
        List<CertificateList.Row> rows = List.of(
                new CertificateList.Row(
                        "0199-7D3C-52F1-7E4A-9B60-1C8E-4D2A", "Марія Коваленко", "Чи це правда?", "uk", DAY, true, ""),
                new CertificateList.Row(
                        "0199-7D3C-52F1-7E4A-9B60-1C8E-4D2B", "Іван Бондар", "Чи це правда?", "uk", DAY, false, DAY));
        return templates.page(
                "certificate/list", new CertificateList("", "all", new PageOf<>(rows, 1, 2, PageOf.SIZE)));
    }

    private static LogView log() {
        return new LogView(
                new UUID(0, 1),
                "internet-safety",
                "Шахраї не пройдуть",
                "uk",
                false,
                List.of(
                        new LogView.Line("14.11.2026, 14:05:01.120", "Почато", 0, List.of(), false),
                        new LogView.Line(
                                "14.11.2026, 14:05:40.004",
                                "Збережено відповідь",
                                1,
                                List.of("Покладу слухавку"),
                                false),
                        new LogView.Line("14.11.2026, 14:06:12.781", "Надіслано", 0, List.of(), false)));
    }
}
