package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    @Test
    void no_cell_is_a_formula_for_a_spreadsheet() {
        for (String cell : List.of("=1+1", "+380", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|calc", "%0A")) {
            assertThat(CsvFile.harmless(cell)).as(cell).isEqualTo('\'' + cell);
        }
        assertThat(CsvFile.harmless("Олена")).isEqualTo("Олена");
        assertThat(CsvFile.harmless("")).isEmpty();
    }

    @Test
    void a_table_is_utf_8_with_a_mark_and_quotes_what_would_break_it() {
        CsvFile file = new CsvFile(List.of("а", "б"));
        file.add(List.of("x;y", "\"z\"\nw"));
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFа;б\r\n\"x;y\";\"\"\"z\"\"\nw\"\r\n");
    }
}
