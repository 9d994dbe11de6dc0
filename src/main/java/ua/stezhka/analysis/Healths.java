package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua.stezhka.analysis.Catalogue.QuestionName;
import ua.stezhka.analysis.Catalogue.QuizName;
import ua.stezhka.platform.Problem;

/** The health of quizzes and questions, each read in a fixed number of statements. */
@Singleton
class Healths {
    private final Catalogue catalogue;
    private final Tallies tallies;

    Healths(Catalogue catalogue, Tallies tallies) {
        this.catalogue = catalogue;
        this.tallies = tallies;
    }

    /** All quizzes, each in the version that was answered most lately. */
    List<QuizHealth> all() {
        Map<UUID, List<QuizName>> quizzes = catalogue.quizzes().stream()
                .collect(Collectors.groupingBy(QuizName::quiz, LinkedHashMap::new, Collectors.toList()));
        Set<UUID> versions = quizzes.values().stream()
                .flatMap(List::stream)
                .map(QuizName::version)
                .collect(Collectors.toSet());
        Map<UUID, List<QuizTally>> sums = tallies.quizzes(versions);
        List<QuizName> shown = quizzes.values().stream()
                .map(names -> shown(names, sums.keySet()))
                .toList();
        return healths(shown, quizzes, sums);
    }

    /**
     * One quiz.
     *
     * @param version the version; null for the newest one that somebody has answered
     * @throws Problem.NotFound when there is no such quiz or version
     */
    QuizHealth quiz(UUID quiz, @Nullable UUID version) {
        List<QuizName> names = catalogue.quizzes(quiz);
        if (names.isEmpty()) {
            throw Problem.notFound();
        }
        Map<UUID, List<QuizTally>> sums =
                tallies.quizzes(names.stream().map(QuizName::version).toList());
        QuizName name = version == null
                ? shown(names, sums.keySet())
                : names.stream()
                        .filter(each -> each.version().equals(version))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        return healths(List.of(name), Map.of(quiz, names), sums).getFirst();
    }

    /** The newest one with answers, else the current one. */
    private static QuizName shown(List<QuizName> names, Set<UUID> answered) {
        return names.stream()
                .filter(name -> answered.contains(name.version()))
                .findFirst()
                .or(() -> names.stream().filter(QuizName::current).findFirst())
                .orElse(names.getFirst());
    }

    private List<QuizHealth> healths(
            List<QuizName> shown, Map<UUID, List<QuizName>> names, Map<UUID, List<QuizTally>> sums) {
        List<UUID> versions = shown.stream().map(QuizName::version).toList();
        Map<UUID, Map<UUID, List<Tally>>> items = tallies.itemsOfQuizzes(versions);
        Set<UUID> asked = new HashSet<>();
        items.values().forEach(each -> asked.addAll(each.keySet()));
        Map<UUID, QuestionName> questions = catalogue.versions(asked);
        Map<UUID, ItemFigures.Spread> spreads = tallies.spreads(Tallies.By.QUIZ_VERSION, versions);
        Map<UUID, List<OptionTally>> options = tallies.options(Tallies.By.QUIZ_VERSION, versions);
        return shown.stream()
                .map(name -> health(
                        name,
                        names.getOrDefault(name.quiz(), List.of()),
                        sums.getOrDefault(name.version(), List.of()),
                        new Questions(items.getOrDefault(name.version(), Map.of()), questions, spreads, options)))
                .toList();
    }

    /** What is known of the questions of a quiz version, by question version. */
    private record Questions(
            Map<UUID, List<Tally>> months,
            Map<UUID, QuestionName> names,
            Map<UUID, ItemFigures.Spread> spreads,
            Map<UUID, List<OptionTally>> options) {

        QuestionHealth health(UUID version, OptionalDouble weight) {
            return QuestionHealth.of(
                    java.util.Objects.requireNonNull(names.get(version)),
                    months.getOrDefault(version, List.of()),
                    options.getOrDefault(version, List.of()),
                    spreads.getOrDefault(version, ItemFigures.Spread.NONE),
                    weight);
        }
    }

    private static QuizHealth health(
            QuizName name, List<QuizName> versions, List<QuizTally> months, Questions questions) {
        Optional<QuizTally> all = months.stream().reduce(QuizTally::plus);
        Map<UUID, Tally> sums = new LinkedHashMap<>();
        questions.months.forEach((version, each) ->
                sums.put(version, each.stream().reduce(Tally::plus).orElseThrow()));
        Map<UUID, OptionalDouble> weights = all.map(
                        sum -> ItemFigures.weights(sums, (double) sum.questions() / sum.attempts()))
                .orElse(Map.of());
        return new QuizHealth(
                name,
                versions,
                all,
                all.map(sum -> QuizFigures.of(sum, sums.values())),
                sums.keySet().stream()
                        .map(version ->
                                questions.health(version, weights.getOrDefault(version, OptionalDouble.empty())))
                        .toList());
    }

    /**
     * Some questions, each in the newest version that was answered, else the newest one; over all quizzes that ask it. A question that
     * nobody knows is missing.
     */
    Map<UUID, QuestionHealth> questions(Set<UUID> ids) {
        Map<UUID, QuestionName> names = catalogue.versionsOf(ids);
        Map<UUID, List<Tally>> months = tallies.itemsOfQuestions(names.keySet());
        Map<UUID, UUID> shown = new LinkedHashMap<>();
        names.values()
                .forEach(name -> shown.merge(
                        name.question(),
                        name.version(),
                        (newest, older) -> months.containsKey(newest) || !months.containsKey(older) ? newest : older));
        Map<UUID, ItemFigures.Spread> spreads = tallies.spreads(Tallies.By.QUESTION_VERSION, shown.values());
        Map<UUID, List<OptionTally>> options = tallies.options(Tallies.By.QUESTION_VERSION, shown.values());
        Questions known = new Questions(months, names, spreads, options);
        Map<UUID, QuestionHealth> healths = new LinkedHashMap<>();
        shown.forEach((question, version) -> healths.put(question, known.health(version, OptionalDouble.empty())));
        return healths;
    }

    /**
     * One question with all its versions.
     *
     * @param version the version; null for the one of {@link #questions}
     * @throws Problem.NotFound when there is no such question or version
     */
    OneQuestion question(UUID id, @Nullable UUID version) {
        Map<UUID, QuestionName> names = catalogue.versionsOf(Set.of(id));
        Map<UUID, List<Tally>> months = tallies.itemsOfQuestions(names.keySet());
        UUID shown = version != null
                ? version
                : names.keySet().stream()
                        .filter(months::containsKey)
                        .findFirst()
                        .or(() -> names.keySet().stream().findFirst())
                        .orElseThrow(Problem::notFound);
        if (!names.containsKey(shown)) {
            throw Problem.notFound();
        }
        List<UUID> one = List.of(shown);
        Questions known = new Questions(
                months,
                names,
                tallies.spreads(Tallies.By.QUESTION_VERSION, one),
                tallies.options(Tallies.By.QUESTION_VERSION, one));
        return new OneQuestion(known.health(shown, OptionalDouble.empty()), List.copyOf(names.values()));
    }

    /** A question in one version, and all that it has. */
    record OneQuestion(QuestionHealth health, List<QuestionName> versions) {}
}
