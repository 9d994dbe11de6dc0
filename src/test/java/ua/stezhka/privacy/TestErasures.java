package ua.stezhka.privacy;

import jakarta.enterprise.inject.spi.CDI;
import java.util.UUID;

/** Erasures of the tests. */
public final class TestErasures {
    private TestErasures() {}

    /** Erases a person as a request that is due does. */
    public static void erase(UUID person, boolean keepCertificates) {
        CDI.current().select(Erasures.class).get().erase(person, keepCertificates, "request");
    }

    /** Asks for the erasure of a person, as the settings do. */
    public static void ask(UUID person) {
        CDI.current()
                .select(DataRequests.class)
                .get()
                .askErasure(new DataRequests.Asked(person, "settings", null), false);
    }

    /** The person has thought better of it. */
    public static void cancel(UUID person) {
        CDI.current().select(DataRequests.class).get().cancelErasure(person);
    }
}
