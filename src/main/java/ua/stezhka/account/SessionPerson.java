package ua.stezhka.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The person of a living session.
 *
 * @param way          how this session began
 * @param secondFactor whether the person has proved themselves by a second factor in this session
 */
record SessionPerson(
        UUID sessionId,
        UUID personId,
        UUID actorId,
        String name,
        boolean registered,
        Way way,
        boolean secondFactor,
        List<RoleGrant> grants) {
    /** The role by which it is allowed somewhere. */
    Optional<Role> roleFor(Permission permission) {
        return grants.stream().map(RoleGrant::role).filter(permission::givenTo).findFirst();
    }

    /** Whether one of the roles allows it everywhere, or in one of these places. */
    boolean may(Permission permission, Scope... places) {
        if (!way.opensRoles()) {
            return false;
        }
        for (RoleGrant grant : grants) {
            if (grant.allows(permission, places)) {
                return true;
            }
        }
        return false;
    }
}
