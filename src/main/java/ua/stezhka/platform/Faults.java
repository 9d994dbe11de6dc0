package ua.stezhka.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a form, field by field, in the order of the fields; a page shows it above the form and at each field. */
public final class Faults {
    private final Locale locale;
    private final List<Problem.FieldFault> faults = new ArrayList<>();

    public Faults(Locale locale) {
        this.locale = locale;
    }

    /**
     * Notes a fault.
     *
     * @param code the message, such as {@code account.password_too_short}
     */
    public void add(String field, String code) {
        faults.add(new Problem.FieldFault(field, code));
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Whether this field has a fault. */
    public boolean has(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** What to do about this field, in the language of the page; empty when it is right. */
    public String of(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .map(this::message)
                .orElse("");
    }

    /** All faults as lines for the summary, each a link to its field. */
    public List<Line> getLines() {
        return faults.stream()
                .map(fault -> new Line(fault.field(), message(fault)))
                .toList();
    }

    /** The same faults for a program. */
    public Problem problem() {
        return Problem.invalid(faults.toArray(Problem.FieldFault[]::new));
    }

    private String message(Problem.FieldFault fault) {
        return Texts.get(locale, "problem." + fault.code().replace('.', '_'));
    }

    /** One line of the error summary: the field's id and what to do. */
    public record Line(String field, String message) {}
}
