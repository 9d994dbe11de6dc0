package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads the sums: a page asks for a few hundred rows, however many people have answered. */
@Singleton
class Tallies {
    private static final String QUIZZES = """
            select quiz_version_id, month_on, attempts, questions, total_squares, item_squares, shares, share_squares,
                   share_cubes, share_fourths, percents
            from analysis.quiz_sum where quiz_version_id = any(:versions) order by month_on
            """;
    private static final String ITEMS = """
            select quiz_version_id, question_version_id, month_on, answers, scores, score_squares, pairs, rests, rest_squares, products,
                   unknown, cleared, blank, times
            from analysis.item_sum where %s = any(:versions) order by month_on
            """;
    private static final String SPREADS = """
            select question_version_id, score_percents, rest_percents
            from analysis.item_spread where %s = any(:versions)
            """;
    private static final String OPTIONS = """
            select question_version_id, option, sum(chosen) as chosen, sum(pairs) as pairs, sum(rests) as rests
            from analysis.option_sum where %s = any(:versions)
            group by question_version_id, option order by option
            """;

    /** Whose items are asked for. */
    enum By {
        QUIZ_VERSION("quiz_version_id"),
        QUESTION_VERSION("question_version_id");

        private final String items;
        private final String spreads;
        private final String options;

        By(String column) {
            items = ITEMS.formatted(column);
            spreads = SPREADS.formatted(column);
            options = OPTIONS.formatted(column);
        }
    }

    private final Jdbi jdbi;

    Tallies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of a quiz version or question version. */
    private record Row<T>(UUID quizVersion, UUID version, T value) {}

    /** Quiz version → its months, the first one first. */
    Map<UUID, List<QuizTally>> quizzes(Collection<UUID> quizVersions) {
        return grouped(rows(
                QUIZZES,
                quizVersions,
                row -> new Row<>(
                        row.getObject("quiz_version_id", UUID.class),
                        row.getObject("quiz_version_id", UUID.class),
                        quiz(row))));
    }

    /** Quiz version → question version → its months. */
    Map<UUID, Map<UUID, List<Tally>>> itemsOfQuizzes(Collection<UUID> quizVersions) {
        Map<UUID, Map<UUID, List<Tally>>> items = new LinkedHashMap<>();
        items(By.QUIZ_VERSION, quizVersions)
                .forEach(row -> items.computeIfAbsent(row.quizVersion, id -> new LinkedHashMap<>())
                        .computeIfAbsent(row.version, id -> new ArrayList<>())
                        .add(row.value));
        return items;
    }

    /** Question version → its months, over all quizzes that ask it. */
    Map<UUID, List<Tally>> itemsOfQuestions(Collection<UUID> questionVersions) {
        Map<UUID, List<Tally>> items = grouped(items(By.QUESTION_VERSION, questionVersions));
        items.replaceAll((version, tallies) -> joined(tallies));
        return items;
    }

    private static List<Tally> joined(List<Tally> tallies) {
        Map<YearMonth, Tally> months = new LinkedHashMap<>();
        tallies.forEach(tally -> months.merge(tally.month(), tally, Tally::plus));
        return List.copyOf(months.values());
    }

    /** Question version → scores and rests in per cent. */
    Map<UUID, ItemFigures.Spread> spreads(By by, Collection<UUID> versions) {
        Map<UUID, ItemFigures.Spread> spreads = new HashMap<>();
        rows(
                        by.spreads,
                        versions,
                        row -> new Row<>(
                                row.getObject("question_version_id", UUID.class),
                                row.getObject("question_version_id", UUID.class),
                                new ItemFigures.Spread(counts(row, "score_percents"), counts(row, "rest_percents"))))
                .forEach(row -> spreads.merge(row.version, row.value, ItemFigures.Spread::plus));
        return spreads;
    }

    /** Question version → what was chosen. */
    Map<UUID, List<OptionTally>> options(By by, Collection<UUID> versions) {
        return grouped(rows(
                by.options,
                versions,
                row -> new Row<>(
                        row.getObject("question_version_id", UUID.class),
                        row.getObject("question_version_id", UUID.class),
                        new OptionTally(
                                row.getString("option"),
                                row.getLong("chosen"),
                                row.getLong("pairs"),
                                row.getLong("rests")))));
    }

    private List<Row<Tally>> items(By by, Collection<UUID> versions) {
        return rows(
                by.items,
                versions,
                row -> new Row<>(
                        row.getObject("quiz_version_id", UUID.class),
                        row.getObject("question_version_id", UUID.class),
                        item(row)));
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String statement, Collection<UUID> versions, Reader<T> reader) {
        return versions.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.registerArrayType(UUID.class, "uuid")
                        .createQuery(statement)
                        .bindArray("versions", UUID.class, List.copyOf(versions))
                        .map((row, context) -> reader.read(row))
                        .list());
    }

    private static <T> Map<UUID, List<T>> grouped(List<Row<T>> rows) {
        Map<UUID, List<T>> grouped = new LinkedHashMap<>();
        rows.forEach(row ->
                grouped.computeIfAbsent(row.version, id -> new ArrayList<>()).add(row.value));
        return grouped;
    }

    private static QuizTally quiz(ResultSet row) throws SQLException {
        return new QuizTally(
                month(row),
                new Moments(
                        row.getLong("attempts"),
                        whole(row, "shares"),
                        whole(row, "share_squares"),
                        whole(row, "share_cubes"),
                        whole(row, "share_fourths")),
                row.getLong("questions"),
                whole(row, "total_squares"),
                whole(row, "item_squares"),
                counts(row, "percents"));
    }

    private static Tally item(ResultSet row) throws SQLException {
        Moments scores = Moments.of(row.getLong("answers"), whole(row, "scores"), whole(row, "score_squares"));
        long pairs = row.getLong("pairs");
        return new Tally(
                month(row),
                scores,
                pairs == 0
                        ? Pairs.NONE
                        : new Pairs(
                                pairs,
                                scores.sum(),
                                scores.squares(),
                                whole(row, "rests"),
                                whole(row, "rest_squares"),
                                whole(row, "products")),
                row.getLong("unknown"),
                row.getLong("cleared"),
                row.getLong("blank"),
                counts(row, "times"));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month_on", LocalDate.class));
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    private static Counts counts(ResultSet row, String column) throws SQLException {
        return Counts.of((Long[]) row.getArray(column).getArray());
    }
}
