package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import ua.stezhka.framework.Frameworks;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Texts;
import ua.stezhka.question.Choice;

/** Puts the figures of one question into words. */
@Singleton
class QuestionViews {
    private static final int MOST_MONTHS = 12;

    /** With fewer pairs the correlation says nothing: with two it is always one. */
    private static final int FEWEST_PAIRS = 10;

    private final PlatformConfig config;
    private final Frameworks frameworks;

    QuestionViews(PlatformConfig config, Frameworks frameworks) {
        this.config = config;
        this.frameworks = frameworks;
    }

    QuestionStatisticsView of(Healths.OneQuestion one, boolean exact, Locale locale) {
        Words words = new Words(locale);
        QuestionHealth health = one.health();
        boolean enough = AnalysisViews.enough(health.figures().answers(), exact);
        List<Tally> months = enough ? months(health, exact) : List.of();
        return new QuestionStatisticsView(
                health.name().question(),
                health.name().prompt().in(locale),
                health.name().prompt().languageIn(locale),
                competence(health.name().competence(), locale) + ", "
                        + health.name().level(),
                enough,
                enough ? words.get("peopleFirst", health.figures().answers()) : words.get("nobodyYet"),
                words.tags(health.figures().flags()),
                enough ? figures(health.figures(), words) : List.of(),
                enough ? options(health, exact, words, locale) : List.of(),
                trend(months, words),
                months.stream().map(month -> month(month, words)).toList(),
                one.versions().size() < 2
                        ? List.of()
                        : one.versions().stream()
                                .map(each -> new QuizStatisticsView.Version(
                                        each.version(),
                                        words.get(
                                                "versionOf", Dates.longDate(each.publishedAt(), config.zone(), locale)),
                                        each.version().equals(health.name().version())))
                                .toList(),
                words.note(exact));
    }

    /** Its name; its id where no framework knows it any more. */
    private String competence(String id, Locale locale) {
        return frameworks.all().stream()
                .flatMap(framework -> framework.competence(id).stream())
                .map(competence -> competence.number() + ' ' + competence.name().in(locale))
                .findFirst()
                .orElse(id);
    }

    /** A month with few answers is left out. */
    private static List<Tally> months(QuestionHealth health, boolean exact) {
        List<Tally> shown = health.months().stream()
                .filter(month -> AnalysisViews.enough(month.answers(), exact))
                .toList();
        return shown.subList(Math.max(0, shown.size() - MOST_MONTHS), shown.size());
    }

    private static List<QuizStatisticsView.Figure> figures(ItemFigures figures, Words words) {
        return List.of(
                new QuizStatisticsView.Figure(
                        words.get("facility"), words.percent(figures.facility()), words.facility(figures.facility())),
                new QuizStatisticsView.Figure(
                        words.get("discrimination"),
                        words.decimal(figures.discrimination()),
                        words.discrimination(figures.discrimination())),
                new QuizStatisticsView.Figure(
                        words.get("efficiency"), words.percent(figures.efficiency()), words.get("means_efficiency")),
                new QuizStatisticsView.Figure(
                        words.get("figure_deviation"),
                        words.percent(figures.deviation()),
                        words.get("means_itemDeviation")),
                new QuizStatisticsView.Figure(words.get("time"), words.time(figures.median()), words.get("means_time")),
                new QuizStatisticsView.Figure(
                        words.get("unknown"), words.percent(figures.unknown()), words.get("means_unknown")),
                new QuizStatisticsView.Figure(
                        words.get("cleared"), words.percent(figures.cleared()), words.get("means_cleared")),
                new QuizStatisticsView.Figure(
                        words.get("blank"), words.percent(figures.blank()), words.get("means_blank")));
    }

    private static List<QuestionStatisticsView.Option> options(
            QuestionHealth health, boolean exact, Words words, Locale locale) {
        Set<String> right = health.name().right();
        List<OptionTally> taken = health.options();
        Set<Integer> hidden = exact
                ? Set.of()
                : SmallCells.hidden(taken.stream().map(OptionTally::chosen).toList());
        List<QuestionStatisticsView.Option> options = new ArrayList<>();
        for (int place = 0; place < taken.size(); place++) {
            OptionTally option = taken.get(place);
            boolean shown = !hidden.contains(place);
            Choice choice = health.name().options().get(place);
            options.add(new QuestionStatisticsView.Option(
                    text(choice, locale),
                    choice.id().equals("true") || choice.id().equals("false")
                            ? locale.getLanguage()
                            : choice.text().languageIn(locale),
                    right.contains(option.option()),
                    shown ? words.count(option.chosen()) : words.get("hidden"),
                    shown
                            ? words.percent(
                                    (double) option.chosen() / health.figures().answers())
                            : Words.NOTHING,
                    shown && option.pairs() > 0 ? words.percent(OptionalDouble.of(option.meanRest())) : Words.NOTHING,
                    notes(option, taken, right, health.figures(), words)));
        }
        return options;
    }

    private static String text(Choice choice, Locale locale) {
        return choice.text().uk().startsWith("quiz.")
                ? Texts.get(locale, choice.text().uk())
                : choice.text().in(locale);
    }

    private static List<String> notes(
            OptionTally option, List<OptionTally> all, Set<String> right, ItemFigures figures, Words words) {
        List<String> notes = new ArrayList<>();
        if (figures.flags().contains(Flag.UNUSED_OPTION) && Flags.unused(option, all, right)) {
            notes.add(words.get("flag_unused_option"));
        }
        if (figures.flags().contains(Flag.MISLEADING_OPTION) && Flags.misleading(option, all, right)) {
            notes.add(words.get("flag_misleading_option"));
        }
        return notes;
    }

    private static Plot trend(List<Tally> months, Words words) {
        if (months.size() < 2) {
            return Plot.points("", List.of());
        }
        Tally first = months.getFirst();
        Tally last = months.getLast();
        return Plot.points(
                words.get(
                        "trendSays",
                        words.month(first.month()),
                        words.percent(first.facility()),
                        words.month(last.month()),
                        words.percent(last.facility())),
                months.stream()
                        .map(month -> new Plot.Value(
                                Words.shortMonth(month.month()),
                                month.facility(),
                                Long.toString(Math.round(100 * month.facility())),
                                words.percent(month.facility())))
                        .toList());
    }

    private static QuestionStatisticsView.Month month(Tally month, Words words) {
        return new QuestionStatisticsView.Month(
                words.month(month.month()),
                words.count(month.answers()),
                words.percent(month.facility()),
                month.pairs().n() < FEWEST_PAIRS
                        ? Words.NOTHING
                        : words.decimal(month.pairs().correlation()),
                words.time(Durations.median(month.times())));
    }
}
