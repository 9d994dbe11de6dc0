package ua.stezhka.account;

import java.util.UUID;

/** Everything of a person is gone. Observed in the same transaction by whoever keeps something in memory or elsewhere. */
public record PersonErased(UUID personId) {}
