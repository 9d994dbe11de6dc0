package ua.stezhka.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table to open in a spreadsheet: UTF-8 with a mark so that Excel reads Ukrainian, semicolons, and no cell that a spreadsheet would
 * take for a formula. Source: ASVS 5.0, 1.2.10.
 */
public final class CsvFile {
    public static final String TYPE = "text/csv; charset=UTF-8";
    private static final String MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    private final StringBuilder text = new StringBuilder(MARK);
    private final CSVPrinter printer;

    public CsvFile(List<String> heading) {
        try {
            printer = new CSVPrinter(text, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(heading);
    }

    /** Adds a row. */
    public void add(List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvFile::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What begins like a formula gets an apostrophe, which a spreadsheet takes for «this is text». */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0 ? '\'' + cell : cell;
    }
}
