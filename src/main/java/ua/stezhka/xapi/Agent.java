package ua.stezhka.xapi;

/** Who did it: a person behind a pseudonym. Statements of ours carry no name and no e-mail address. */
public record Agent(Account account) {}
