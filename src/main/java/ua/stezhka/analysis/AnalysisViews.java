package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;

/** Puts figures into words for pages. Small counts are hidden unless whoever looks may see attempts anyway. */
@Singleton
class AnalysisViews {
    private static final int BARS = 11;
    private static final Map<String, ToDoubleFunction<QuestionHealth>> COLUMNS = Map.of(
            "answers", each -> each.figures().answers(),
            "facility", each -> low(each.figures().facility()),
            "discrimination", each -> low(each.figures().discrimination()),
            "efficiency", each -> low(each.figures().efficiency()),
            "weight", each -> low(each.weight()),
            "unknown", each -> each.figures().unknown(),
            "time", each -> low(each.figures().median()),
            "look", each -> -each.figures().flags().size());

    private final PlatformConfig config;

    AnalysisViews(PlatformConfig config) {
        this.config = config;
    }

    /** The order in which questions stand. */
    record Sort(String column, boolean descending) {
        static Sort of(String column, String order) {
            return new Sort(COLUMNS.containsKey(column) ? column : "look", order.equals("down"));
        }

        List<QuestionHealth> applied(List<QuestionHealth> questions) {
            Comparator<QuestionHealth> byColumn =
                    Comparator.comparingDouble(java.util.Objects.requireNonNull(COLUMNS.get(column)));
            return questions.stream()
                    .sorted((descending ? byColumn.reversed() : byColumn)
                            .thenComparing(each -> each.name().prompt().uk()))
                    .toList();
        }
    }

    private static double low(OptionalDouble value) {
        return value.orElse(Double.NEGATIVE_INFINITY);
    }

    static boolean enough(long people, boolean exact) {
        return people >= (exact ? 1 : SmallCells.FEWEST);
    }

    StatisticsListView list(List<QuizHealth> quizzes, boolean exact, Locale locale) {
        Words words = new Words(locale);
        return new StatisticsListView(
                quizzes.stream().map(quiz -> row(quiz, exact, words, locale)).toList(), false, "", true);
    }

    private static StatisticsListView.Row row(QuizHealth quiz, boolean exact, Words words, Locale locale) {
        boolean enough = enough(quiz.people(), exact);
        Optional<QuizFigures> figures = quiz.figures().filter(each -> enough);
        return new StatisticsListView.Row(
                quiz.name().quiz(),
                quiz.name().title().in(locale),
                quiz.name().title().languageIn(locale),
                people(quiz.people(), exact, words),
                figures.map(each -> words.percent(each.mean())).orElse(Words.NOTHING),
                figures.flatMap(QuizFigures::reliability)
                        .map(each -> words.decimal(OptionalDouble.of(each.value())))
                        .orElse(Words.NOTHING),
                words.count(quiz.questions().size()),
                enough ? quiz.suspicious() : 0);
    }

    private static String people(long people, boolean exact, Words words) {
        return !exact && SmallCells.tooSmall(people) ? words.get("fewerThanFive") : words.count(people);
    }

    QuizStatisticsView quiz(QuizHealth quiz, Sort sort, boolean exact, Locale locale) {
        Words words = new Words(locale);
        boolean enough = enough(quiz.people(), exact);
        return new QuizStatisticsView(
                quiz.name().quiz(),
                quiz.name().version(),
                quiz.name().title().in(locale),
                quiz.name().title().languageIn(locale),
                enough,
                enough ? words.get("peopleFirst", quiz.people()) : words.get("nobodyYet"),
                enough ? quizFigures(quiz.figures().orElseThrow(), words) : List.of(),
                scores(quiz, enough, exact, words),
                sort.column,
                sort.descending,
                enough
                        ? sort.applied(quiz.questions()).stream()
                                .map(each -> item(each, exact, words, locale))
                                .toList()
                        : List.of(),
                quiz.versions().size() < 2
                        ? List.of()
                        : quiz.versions().stream()
                                .map(each -> new QuizStatisticsView.Version(
                                        each.version(),
                                        words.get(
                                                "versionOf", Dates.longDate(each.publishedAt(), config.zone(), locale)),
                                        each.version().equals(quiz.name().version())))
                                .toList(),
                words.note(exact));
    }

    private static List<QuizStatisticsView.Figure> quizFigures(QuizFigures figures, Words words) {
        List<QuizStatisticsView.Figure> all = new ArrayList<>();
        all.add(figure(words, "mean", words.percent(figures.mean())));
        all.add(figure(words, "median", words.percent(figures.median())));
        all.add(figure(words, "deviation", words.percent(figures.deviation())));
        all.add(figure(words, "skewness", words.decimal(figures.skewness())));
        all.add(figure(words, "kurtosis", words.decimal(figures.kurtosis())));
        Optional<Reliability> reliability = figures.reliability();
        all.add(new QuizStatisticsView.Figure(
                words.get("figure_reliability"),
                words.decimal(
                        reliability.isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(reliability.get().value())),
                reliability
                        .map(each -> words.reliability(each.value()) + " "
                                + words.get(each.drawn() ? "reliabilityDrawn" : "reliabilityAlpha"))
                        .orElse(words.get("reliabilityUnknown"))));
        all.add(figure(words, "error", words.percent(figures.error())));
        all.add(figure(
                words,
                "errorRatio",
                reliability.map(each -> words.percent(each.errorRatio())).orElse(Words.NOTHING)));
        return all;
    }

    private static QuizStatisticsView.Figure figure(Words words, String name, String value) {
        return new QuizStatisticsView.Figure(words.get("figure_" + name), value, words.get("means_" + name));
    }

    private static Plot scores(QuizHealth quiz, boolean enough, boolean exact, Words words) {
        if (!enough) {
            return Plot.bars("", List.of());
        }
        Counts percents = quiz.all().orElseThrow().percents();
        List<Long> counts = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            counts.add(percents.between(Math.max(0, 10 * bar - 5), 10 * bar + 4));
        }
        Set<Integer> hidden = exact ? Set.of() : SmallCells.hidden(counts);
        List<Plot.Value> values = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            long count = counts.get(bar);
            boolean shown = !hidden.contains(bar);
            values.add(new Plot.Value(
                    Integer.toString(10 * bar),
                    shown ? count : 0,
                    count == 0 ? "" : shown ? words.count(count) : "…",
                    shown ? words.count(count) : words.get("hidden")));
        }
        QuizFigures figures = quiz.figures().orElseThrow();
        return Plot.bars(
                words.get("scoresSay", words.percent(figures.median()), words.percent(figures.mean())), values);
    }

    private static QuizStatisticsView.Item item(QuestionHealth each, boolean exact, Words words, Locale locale) {
        ItemFigures figures = each.figures();
        boolean enough = enough(figures.answers(), exact);
        return new QuizStatisticsView.Item(
                each.name().question(),
                each.name().version(),
                each.name().prompt().in(locale),
                each.name().prompt().languageIn(locale),
                people(figures.answers(), exact, words),
                enough ? words.percent(figures.facility()) : Words.NOTHING,
                enough ? words.decimal(figures.discrimination()) : Words.NOTHING,
                enough ? words.percent(figures.efficiency()) : Words.NOTHING,
                enough ? words.percent(each.weight()) : Words.NOTHING,
                enough ? words.percent(figures.unknown()) : Words.NOTHING,
                enough ? words.time(figures.median()) : Words.NOTHING,
                words.tags(figures.flags()));
    }
}
