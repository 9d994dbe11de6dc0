package ua.stezhka.bank;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.QuestionBody;

/**
 * The list of questions.
 *
 * @param found how many fit; null on pages after the first
 * @param next  the address of the next page; null on the last one
 */
public record BankView(
        BankFilter filter,
        Choices choices,
        List<BankRow> rows,
        @Nullable Integer found,
        @Nullable String next) {

    /** What the filter offers. */
    public record Choices(
            List<BankOption> courses,
            List<BankOption> competences,
            List<BankOption> levels,
            List<String> types,
            List<String> audiences) {}

    /** The question types by their names in content: all that there are. */
    static List<String> types() {
        return Stream.of(QuestionBody.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    public boolean filtered() {
        return !filter.equals(BankFilter.ALL);
    }

    /** Whether the analysis says something of any of the questions. */
    public boolean analysed() {
        return rows.stream().anyMatch(row -> row.health() != null);
    }
}
