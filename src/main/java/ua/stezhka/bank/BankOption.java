package ua.stezhka.bank;

/** Something to choose in a form. */
public record BankOption(String key, String text) {}
