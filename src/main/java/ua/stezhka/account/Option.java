package ua.stezhka.account;

/** One thing to choose on a form: what is sent, and how it is called. */
public record Option(String key, String text) {}
