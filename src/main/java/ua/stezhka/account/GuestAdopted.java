package ua.stezhka.account;

import java.util.UUID;

/**
 * A guest signed in to an account that existed already: what the guest did becomes the person's. Observed in the same
 * transaction by every module that keeps something of a person.
 *
 * @param guestId  the guest who is no more
 * @param personId the person who goes on
 * @param actorId  the person’s pseudonym in learning statements
 */
public record GuestAdopted(UUID guestId, UUID personId, UUID actorId) {}
