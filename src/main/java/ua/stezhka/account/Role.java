package ua.stezhka.account;

/** What a person may do beyond learning. */
public enum Role {
    ADMINISTRATOR;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
