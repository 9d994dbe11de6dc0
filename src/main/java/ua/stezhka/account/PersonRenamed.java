package ua.stezhka.account;

import java.util.UUID;

/** A person's name was corrected. */
public record PersonRenamed(UUID personId, String name) {}
