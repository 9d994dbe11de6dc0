package ua.stezhka.styleguide;

import java.util.List;
import java.util.UUID;
import ua.stezhka.analysis.Plot;
import ua.stezhka.analysis.QuizStatisticsView;
import ua.stezhka.analysis.QuizStatisticsView.Figure;
import ua.stezhka.analysis.QuizStatisticsView.Item;
import ua.stezhka.analysis.QuizStatisticsView.Tag;

/** Figures with their meaning, a plot beside its table, a table that can be sorted. */
final class StatisticsSpecimens {
    private StatisticsSpecimens() {}

    static List<Section> of(Templates templates) {
        return List.of(new Section(
                "statistics",
                "Статистика",
                true,
                List.of(
                        quiz(templates).cut("Показники зі словами", "section:has(.facts--table)"),
                        quiz(templates).cut("Стовпчики, речення й таблиця", "section:has(.plot)"),
                        quiz(templates).cut("Таблиця, яку можна впорядкувати", "section:has([aria-sort])"))));
    }

    private static Drawing quiz(Templates templates) {
        return templates.page(
                "analysis/quiz",
                new QuizStatisticsView(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        "Шахраї не пройдуть",
                        "uk",
                        true,
                        "Тут відповіді 120 людей.",
                        List.of(new Figure("Надійність", "0,78", "Достатня для навчання.")),
                        new Plot(
                                "Половина людей має 70 % або більше.",
                                List.of(
                                        new Plot.Mark(4, 110, 172, 80, "60", "40", "40"),
                                        new Plot.Mark(184, 30, 172, 160, "70", "80", "80")),
                                ""),
                        "look",
                        false,
                        List.of(
                                item(
                                        "Що зробите з листом про виграш?",
                                        List.of(new Tag("negative", "навпаки", "Чому.", true))),
                                item(
                                        "Який пароль найважче вгадати?",
                                        List.of(new Tag("too_few", "замало відповідей", "Чому.", false)))),
                        List.of(),
                        "Рахуємо лише першу спробу кожної людини."));
    }

    private static Item item(String prompt, List<Tag> tags) {
        return new Item(
                new UUID(0, 3),
                new UUID(0, 4),
                prompt,
                "uk",
                "120",
                "64 %",
                "0,31",
                "55 %",
                "12 %",
                "4 %",
                "26 с",
                tags);
    }
}
