package ua.stezhka.account;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Somebody looks at two accounts before merging them: every module that keeps something of a person tells how much there is.
 *
 * @param mergedId the account that would be no more
 * @param personId the account that would go on
 * @param told     takes what a module tells
 */
public record MergeForeseen(UUID mergedId, UUID personId, Consumer<Line> told) {
    /**
     * How much of one kind each account has.
     *
     * @param text the key of what is counted, such as {@code learning.enrolmentsInAccount}
     */
    public record Line(String text, int merged, int kept) {}
}
