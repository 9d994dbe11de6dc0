package ua.stezhka.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports that wait for an answer, or those that have one. */
public record ReportsView(
        boolean open, List<ReportRow> rows, @Nullable String next, boolean answered) {}
