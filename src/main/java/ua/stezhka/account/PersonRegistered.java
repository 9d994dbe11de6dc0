package ua.stezhka.account;

import java.util.UUID;

/** A guest got an account and with it a name. Observed in the same transaction. */
public record PersonRegistered(UUID personId, UUID actorId, String name) {}
