package ua.stezhka.identity;

/**
 * A person as another service knows them.
 *
 * @param issuer  the service
 * @param subject its name for the person: never given to anybody else there, means nothing elsewhere
 * @param name    name and surname, empty when the service does not tell
 */
record VouchedPerson(String issuer, String subject, String name) {}
