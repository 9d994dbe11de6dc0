package ua.stezhka.bank;

import java.util.List;
import ua.stezhka.platform.Faults;

/**
 * A report and the form that answers it.
 *
 * @param others other open reports about the same question
 * @param mayAnswer whether the person who looks may answer
 * @param all    whether they are answered together
 */
public record AnswerForm(
        ReportRow report,
        List<ReportRow> others,
        String outcome,
        String answer,
        boolean all,
        boolean mayAnswer,
        Faults faults) {}
