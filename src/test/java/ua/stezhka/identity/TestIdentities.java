package ua.stezhka.identity;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import ua.stezhka.platform.Ids;

/** People of the tests for whom another service vouches. */
public final class TestIdentities {
    private TestIdentities() {}

    /** A service that vouches for this person; tells whom it lets in. */
    public static Supplier<Optional<UUID>> door(UUID person) {
        VouchedIdentities identities =
                CDI.current().select(VouchedIdentities.class).get();
        VouchedPerson vouched =
                new VouchedPerson("https://id.example", Ids.next().toString(), "Оксана");
        identities.join(identities.arrive(vouched, "/my"), person);
        return () -> identities.owner(vouched).filter(owner -> !owner.blocked()).map(VouchedIdentities.Owner::personId);
    }
}
