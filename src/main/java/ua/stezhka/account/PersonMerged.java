package ua.stezhka.account;

import java.util.UUID;

/**
 * Two accounts of one person became one: what was done with the merged account becomes the other's. Observed in the same
 * transaction by every module that keeps something of a person; statements stay under the pseudonym they were made with.
 *
 * @param mergedId the account that is no more
 * @param personId the account that goes on
 * @param actorId  the pseudonym of the account that goes on
 * @param by       the administrator who merges
 */
public record PersonMerged(UUID mergedId, UUID personId, UUID actorId, UUID by) {}
