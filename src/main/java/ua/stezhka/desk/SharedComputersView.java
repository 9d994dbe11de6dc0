package ua.stezhka.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Option;
import ua.stezhka.platform.Faults;

/**
 * What the page of shared computers shows.
 *
 * @param id    which of the computers this browser is, when it is one of them
 * @param scopes the places in which who asks may mark computers
 * @param scope  which of them is chosen
 * @param place what was typed as the place
 */
public record SharedComputersView(
        Optional<UUID> id,
        List<Option> scopes,
        String scope,
        String place,
        List<SharedComputer> computers,
        Faults faults) {
    /** Whether this browser is marked already. */
    public boolean marked() {
        return id.isPresent();
    }

    /** Whether the row is this very computer. */
    public boolean isHere(SharedComputer computer) {
        return id.filter(computer.id()::equals).isPresent();
    }
}
