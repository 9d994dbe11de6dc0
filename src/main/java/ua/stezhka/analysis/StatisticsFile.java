package ua.stezhka.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import ua.stezhka.platform.CsvFile;

/** The questions of a quiz with their figures, to open in a spreadsheet. */
final class StatisticsFile {
    private StatisticsFile() {}

    static byte[] of(QuizHealth quiz, boolean exact, Locale locale) {
        Words words = new Words(locale);
        CsvFile file = new CsvFile(List.of(
                words.get("question"),
                words.get("answers"),
                words.get("facility"),
                words.get("figure_deviation"),
                words.get("discrimination"),
                words.get("efficiency"),
                words.get("weight"),
                words.get("unknown"),
                words.get("cleared"),
                words.get("blank"),
                words.get("timeSeconds"),
                words.get("look")));
        quiz.questions().stream()
                .filter(each -> AnalysisViews.enough(each.figures().answers(), exact))
                .forEach(each -> file.add(row(each, words, locale)));
        return file.bytes();
    }

    private static List<String> row(QuestionHealth each, Words words, Locale locale) {
        ItemFigures figures = each.figures();
        List<String> cells = new ArrayList<>();
        cells.add(each.name().prompt().in(locale));
        cells.add(Long.toString(figures.answers()));
        for (OptionalDouble value : List.of(
                figures.facility(),
                figures.deviation(),
                figures.discrimination(),
                figures.efficiency(),
                each.weight(),
                OptionalDouble.of(figures.unknown()),
                OptionalDouble.of(figures.cleared()),
                OptionalDouble.of(figures.blank()),
                figures.median())) {
            cells.add(number(value, locale));
        }
        cells.add(String.join(
                "; ",
                words.tags(figures.flags()).stream()
                        .map(QuizStatisticsView.Tag::name)
                        .toList()));
        return cells;
    }

    /** With the comma of the language; a negative number is a number for a spreadsheet only with its own minus, which {@link CsvFile} makes text. */
    private static String number(OptionalDouble value, Locale locale) {
        if (value.isEmpty()) {
            return "";
        }
        String plain = String.format(Locale.ROOT, "%.4f", value.getAsDouble());
        return locale.getLanguage().equals("uk") ? plain.replace('.', ',') : plain;
    }
}
