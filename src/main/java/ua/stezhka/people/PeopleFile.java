package ua.stezhka.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of people as a spreadsheet saves it: UTF-8 with or without a mark, comma or semicolon, the columns in any order and
 * only that of the name needed.
 */
final class PeopleFile {
    static final int MOST_BYTES = 256 * 1024;
    static final int MOST_ROWS = 500;
    static final List<String> COLUMNS = List.of("name", "login", "email", "role", "scope");
    private static final int LONGEST_CELL = 400;
    private static final char MARK = '\uFEFF';

    private PeopleFile() {}

    /** One person of the file, as typed. */
    record Line(int number, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** A file that cannot be read as a list of people. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        Unreadable(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        /** What to do about it. */
        String code() {
            return code;
        }
    }

    /** The text of the file. */
    static String text(byte[] file) throws Unreadable {
        if (file.length > MOST_BYTES) {
            throw new Unreadable("account.import_too_long");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable("account.import_no_table");
            }
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new Unreadable("account.import_other_encoding");
        }
    }

    /** The people of the file. Numbers of lines are those that a spreadsheet shows: the heading is 1. */
    static List<Line> lines(String text) throws Unreadable {
        if (text.isBlank()) {
            throw new Unreadable("account.import_empty");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return lines(parser);
        } catch (CSVException | IllegalStateException | java.io.UncheckedIOException broken) {
            throw new Unreadable("account.import_no_table");
        } catch (IOException broken) {
            throw new Unreadable("account.import_no_table");
        }
    }

    private static List<Line> lines(CSVParser parser) throws Unreadable {
        List<Line> lines = new ArrayList<>();
        Optional<Map<String, Integer>> columns = Optional.empty();
        int number = 0;
        for (CSVRecord record : parser) {
            number++;
            if (columns.isEmpty()) {
                columns = Optional.of(columns(record));
                continue;
            }
            Line line = line(number, record, columns.get());
            if (line.cells().values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(line);
            }
            if (lines.size() > MOST_ROWS) {
                throw new Unreadable("account.import_too_long");
            }
        }
        if (lines.isEmpty()) {
            throw new Unreadable("account.import_empty");
        }
        return lines;
    }

    private static Map<String, Integer> columns(CSVRecord heading) throws Unreadable {
        Map<String, Integer> columns = new TreeMap<>();
        for (int place = 0; place < heading.size(); place++) {
            columns.putIfAbsent(heading.get(place).strip().toLowerCase(Locale.ROOT), place);
        }
        if (!columns.containsKey("name")) {
            throw new Unreadable("account.import_without_name");
        }
        if (columns.keySet().stream().anyMatch(name -> !name.isEmpty() && !COLUMNS.contains(name))) {
            throw new Unreadable("account.import_foreign_column");
        }
        return columns;
    }

    private static Line line(int number, CSVRecord record, Map<String, Integer> columns) throws Unreadable {
        Map<String, String> cells = new TreeMap<>();
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            if (column.getValue() < record.size()) {
                String cell = record.get(column.getValue());
                if (cell.length() > LONGEST_CELL) {
                    throw new Unreadable("account.import_no_table");
                }
                cells.put(column.getKey(), cell);
            }
        }
        return new Line(number, cells);
    }

    private static char delimiter(String text) {
        String heading = text.lines().findFirst().orElse("");
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
