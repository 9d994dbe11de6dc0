package ua.stezhka.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ua.stezhka.exchange.Finding.Weight;

/** Everything that a reading of the content folder found wrong. */
final class Findings {
    private final Set<Finding> all = new LinkedHashSet<>();

    void error(String file, int line, String what, String cure) {
        all.add(new Finding(Weight.ERROR, file, line, what, cure));
    }

    void warning(String file, int line, String what, String cure) {
        all.add(new Finding(Weight.WARNING, file, line, what, cure));
    }

    /** All findings by file and line. */
    List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
        return sorted;
    }

    List<Finding> errors() {
        return sorted().stream().filter(f -> f.weight() == Weight.ERROR).toList();
    }

    boolean hasErrors() {
        return all.stream().anyMatch(f -> f.weight() == Weight.ERROR);
    }

    /** The same findings for one file: the writer of a rule need not carry the file's name about. */
    InFile in(String file) {
        return new InFile(this, file);
    }

    /** Findings of one file. */
    record InFile(Findings findings, String file) {
        void error(int line, String what, String cure) {
            findings.error(file, line, what, cure);
        }

        void warning(int line, String what, String cure) {
            findings.warning(file, line, what, cure);
        }
    }
}
