package ua.stezhka.bank;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.quiz.Blueprint;
import ua.stezhka.quiz.QuizPlan;

/** The plan of a quiz as a table of fields, and back. */
@Singleton
class BlueprintFields {
    /** So many times more live questions than are asked keep two attempts of one person from being alike. */
    static final int POOL_FACTOR = 3;

    private final BankNames names;

    BlueprintFields(BankNames names) {
        this.names = names;
    }

    private record Key(String competence, String level) {}

    /** What is typed in each field when the page opens. */
    static Map<String, String> planned(QuizPlan plan) {
        Map<String, String> typed = new HashMap<>();
        if (plan.blueprint() != null) {
            plan.blueprint()
                    .cells()
                    .forEach(cell -> typed.put(field(cell.competence(), cell.level()), Integer.toString(cell.count())));
        }
        return typed;
    }

    static String field(String competence, String level) {
        return "cell-" + competence + '-' + level;
    }

    /** The plan that the fields say; null, with faults noted, when it cannot be. */
    static @Nullable Blueprint read(QuizPlan plan, Map<String, String> typed, Faults faults) {
        List<Blueprint.Cell> cells = new ArrayList<>();
        for (Blueprint.Cell live : plan.pool()) {
            String field = field(live.competence(), live.level());
            int wanted = number(typed.getOrDefault(field, "").strip());
            if (wanted < 0) {
                faults.add(field, "bank.cell_number");
            } else if (wanted > live.count()) {
                faults.add(field, "bank.cell_too_many");
            } else if (wanted > 0) {
                cells.add(new Blueprint.Cell(live.competence(), live.level(), wanted));
            }
        }
        if (faults.isEmpty() && cells.isEmpty()) {
            plan.pool().stream()
                    .findFirst()
                    .ifPresent(first -> faults.add(field(first.competence(), first.level()), "bank.plan_empty"));
        }
        return faults.isEmpty() && !cells.isEmpty() ? new Blueprint(cells) : null;
    }

    private static int number(String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
    }

    BlueprintView view(QuizPlan plan, Map<String, String> typed, boolean saved, Faults faults, Locale locale) {
        Map<Key, Integer> live = new HashMap<>();
        TreeSet<String> levels = new TreeSet<>();
        TreeSet<String> competences = new TreeSet<>();
        plan.pool().forEach(cell -> {
            live.put(new Key(cell.competence(), cell.level()), cell.count());
            levels.add(cell.level());
            competences.add(cell.competence());
        });
        List<BlueprintView.Line> lines = competences.stream()
                .map(competence -> new BlueprintView.Line(
                        names.competence(competence, locale),
                        levels.stream()
                                .map(level -> cell(new Key(competence, level), live, typed))
                                .toList()))
                .toList();
        List<BlueprintView.Cell> cells =
                lines.stream().flatMap(line -> line.cells().stream()).toList();
        return new BlueprintView(
                plan.quizId(),
                plan.title().in(locale),
                plan.title().languageIn(locale),
                List.copyOf(levels),
                lines,
                plan.blueprint() != null,
                plan.draws(),
                live.values().stream().mapToInt(Integer::intValue).sum(),
                cells.stream().mapToInt(cell -> cell.needed() / POOL_FACTOR).sum(),
                (int) cells.stream().filter(BlueprintView.Cell::thin).count(),
                saved,
                faults);
    }

    private static BlueprintView.Cell cell(Key key, Map<Key, Integer> live, Map<String, String> typed) {
        String field = field(key.competence, key.level);
        String wanted = typed.getOrDefault(field, "");
        return new BlueprintView.Cell(
                field,
                key.level,
                Objects.requireNonNullElse(live.get(key), 0),
                wanted,
                POOL_FACTOR * Math.max(0, number(wanted.strip())));
    }
}
