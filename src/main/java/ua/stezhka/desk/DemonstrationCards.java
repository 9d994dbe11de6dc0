package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.PersonRegistered;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;

/** Helps invented people as a desk does, with a card whose code and PIN are printed. */
@Singleton
public class DemonstrationCards {
    private final Demonstration demonstration;
    private final AssistedRecords records;
    private final CardSignIns pins;
    private final Jdbi jdbi;

    DemonstrationCards(Demonstration demonstration, AssistedRecords records, CardSignIns pins, Jdbi jdbi) {
        this.demonstration = demonstration;
        this.records = records;
        this.pins = pins;
        this.jdbi = jdbi;
    }

    /**
     * Makes a short record of a person and a card.
     *
     * @param code such as {@code DEM0-TEST-C0DX}, with its check character
     * @throws IllegalStateException where this is no demonstration
     */
    @Transactional
    public PersonRegistered help(
            UUID helperId, RoleGrant grant, String name, @Nullable Integer birthYear, String code, String pin) {
        if (!demonstration.on()) {
            throw new IllegalStateException("only a demonstration knows codes beforehand");
        }
        UUID person = Ids.next();
        records.make(
                new AssistedRecords.Draft(person, name, birthYear),
                grant.scope(),
                pins.hash(pin),
                new Assistant(helperId, grant),
                CardCode.read(code).orElseThrow());
        UUID actor = jdbi.withHandle(handle -> handle.createQuery("select actor_id from account.person where id = :id")
                .bind("id", person)
                .mapTo(UUID.class)
                .one());
        return new PersonRegistered(person, actor, name);
    }
}
