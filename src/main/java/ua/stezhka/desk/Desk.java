package ua.stezhka.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ua.stezhka.account.Permission;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Problem;

/** Lets those go on who help people, as far as their roles reach. */
@Singleton
class Desk {
    private final AssistedRecords records;
    private final Visitor visitor;

    Desk(AssistedRecords records, Visitor visitor) {
        this.records = records;
        this.visitor = visitor;
    }

    /**
     * The roles with which who asks may help, each in its scope.
     *
     * @throws Problem.Unauthenticated for an unknown browser or a guest
     * @throws Problem.Forbidden       for a person without such a role
     */
    List<RoleGrant> grants() {
        visitor.requireRegistered();
        List<RoleGrant> grants = visitor.grantsFor(Permission.ASSIST_PEOPLE);
        if (grants.isEmpty()) {
            throw Problem.forbidden();
        }
        return grants;
    }

    /** A person whom this helper may see. @throws Problem.NotFound for all others */
    AssistedRecords.Known person(UUID personId) {
        return records.find(personId, visitor.requirePersonId(), grants()).orElseThrow(Problem::notFound);
    }

    /** Who helps there. */
    Assistant assistant(Scope place) {
        return Assistant.of(visitor.requirePersonId(), grants(), place);
    }

    /** Whether this helper may see the person. */
    boolean mayOpen(UUID personId) {
        return records.find(personId, visitor.requirePersonId(), grants()).isPresent();
    }

    UUID helper() {
        return visitor.requirePersonId();
    }

    UUID session() {
        return visitor.sessionPerson().orElseThrow(Problem::unauthenticated).sessionId();
    }
}
