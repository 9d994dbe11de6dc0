package ua.stezhka.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import ua.stezhka.account.RoleGrant;

/** Makes records at a desk, and remembers the PIN for the print. */
@Singleton
class DeskRecords {
    private final Desk desk;
    private final AssistedRecords records;
    private final CardPrinting printing;

    DeskRecords(Desk desk, AssistedRecords records, CardPrinting printing) {
        this.desk = desk;
        this.records = records;
        this.printing = printing;
    }

    Response make(AssistedRecords.Draft draft, RoleGrant grant, String pin) {
        UUID person = draft.personId();
        Assistant by = new Assistant(desk.helper(), grant);
        boolean made = records.make(draft, grant.scope(), printing.hash(pin), by);
        if (!made) {
            desk.person(person);
        }
        return printing.afterPin(person, pin, made, URI.create("/desk/people/" + person + "?saved=record"));
    }
}
