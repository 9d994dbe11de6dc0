package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "  =1", "＝1"})
    void what_looks_like_a_formula_stays_a_text(String name) {
        assertThat(Csv.quoted(name)).startsWith("\"'").endsWith(name + '"');
    }

    @Test
    void cells_are_parted_by_semicolons_and_quotation_marks_are_doubled() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", "Олена \"Оля\"; Коваль");
        row.put("points", -3);
        row.put("mail", null);
        row.put("list", List.of(1, 2));

        assertThat(Csv.of(List.of(row)))
                .isEqualTo("\"name\";\"points\";\"mail\";\"list\"\r\n\"Олена \"\"Оля\"\"; Коваль\";-3;;\"[1,2]\"\r\n");
    }
}
