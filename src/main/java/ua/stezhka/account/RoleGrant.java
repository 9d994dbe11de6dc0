package ua.stezhka.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role and where it holds. */
public record RoleGrant(Role role, Scope scope) {
    /** As the session's statement writes it: {@code mentor:cohort:<id>}, {@code administrator:everywhere:}. */
    public static RoleGrant parse(String text) {
        String[] parts = text.split(":", -1);
        @Nullable UUID id = parts[2].isEmpty() ? null : UUID.fromString(parts[2]);
        return new RoleGrant(Role.of(parts[0]), new Scope(Scope.Kind.of(parts[1]), id));
    }

    /** The same, the other way round. */
    public String format() {
        return role.key() + ':' + scope.kind().key() + ':' + (scope.id() == null ? "" : scope.id());
    }

    boolean allows(Permission permission, Scope... places) {
        if (!permission.givenTo(role)) {
            return false;
        }
        if (scope.kind() == Scope.Kind.EVERYWHERE) {
            return true;
        }
        for (Scope place : places) {
            if (scope.covers(place)) {
                return true;
            }
        }
        return false;
    }
}
