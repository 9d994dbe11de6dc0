package ua.stezhka.architecture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;

/**
 * Who asks for a route.
 *
 * @param name as {@code routes.csv} has it
 */
record Asker(String name, Optional<RoleGrant> grant) {
    /** A browser not seen before. */
    static final Asker ANONYMOUS = without("anonymous");

    /** A person without an account. */
    static final Asker GUEST = without("guest");

    /** The registered person whose attempts and certificates the call names. */
    static final Asker LEARNER = without("learner");

    /** Another registered person. */
    static final Asker OTHER = without("other");

    static final Asker ADMINISTRATOR = everywhere(Role.ADMINISTRATOR);

    static final List<Asker> WITHOUT_ROLE = List.of(ANONYMOUS, GUEST, LEARNER, OTHER);

    /** Each role, granted everywhere and granted in a place that is not the one asked for. */
    static final List<Asker> WITH_ROLE = Stream.of(Role.values())
            .flatMap(role -> Stream.of(everywhere(role), elsewhere(role)))
            .toList();

    private static Asker without(String name) {
        return new Asker(name, Optional.empty());
    }

    private static Asker everywhere(Role role) {
        return new Asker(role.key(), Optional.of(new RoleGrant(role, Scope.EVERYWHERE)));
    }

    private static Asker elsewhere(Role role) {
        Scope somewhere = Scope.of(Scope.Kind.PLACE, UUID.nameUUIDFromBytes(new byte[] {1}));
        return new Asker(role.key() + "@elsewhere", Optional.of(new RoleGrant(role, somewhere)));
    }
}
