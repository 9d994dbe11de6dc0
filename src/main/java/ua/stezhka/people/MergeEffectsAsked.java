package ua.stezhka.people;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Somebody looks at what merging two accounts would do; modules above tell of what they hold.
 *
 * @param mergedId the account that would be no more
 * @param personId the account that would go on
 * @param told     takes the key of a sentence, such as {@code people.mergeConsents}
 */
public record MergeEffectsAsked(UUID mergedId, UUID personId, Consumer<String> told) {}
