package ua.stezhka.desk;

import java.util.List;
import java.util.UUID;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;

/** Who helps, and in which role and place. */
record Assistant(UUID personId, RoleGrant grant) {
    /** The role of this person that reaches a record; of several the nearest one, else the first. */
    static Assistant of(UUID personId, List<RoleGrant> grants, Scope place) {
        return new Assistant(
                personId,
                grants.stream()
                        .filter(grant -> grant.scope().equals(place))
                        .findFirst()
                        .orElse(grants.getFirst()));
    }

    Role role() {
        return grant.role();
    }

    Scope scope() {
        return grant.scope();
    }
}
