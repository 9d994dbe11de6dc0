package ua.stezhka.xapi;

/**
 * An account on a system: the one kind of identifier that we write, because it needs no personal data.
 *
 * @param homePage IRI of the system
 * @param name     the name within it; ours is the pseudonymous actor id, a UUID
 */
public record Account(String homePage, String name) {
    public Account {
        Rules.iri("account.homePage", homePage);
        if (name.isBlank()) {
            throw new InvalidStatement("account.name", "is empty");
        }
    }
}
