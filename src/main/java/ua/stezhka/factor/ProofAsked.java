package ua.stezhka.factor;

/** What a person is asked for before a second factor is changed: the password, a code, both or neither. */
public record ProofAsked(boolean password, boolean code) {}
