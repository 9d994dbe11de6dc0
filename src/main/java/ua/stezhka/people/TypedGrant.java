package ua.stezhka.people;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Faults;

/**
 * A role and its scope as somebody has chosen or typed them.
 *
 * @param kind the key of a kind, or of a whole scope: {@code place:<id>}
 */
record TypedGrant(String role, String kind, String scopeId) {
    TypedGrant {
        int colon = kind.indexOf(':');
        if (colon >= 0 && scopeId.isBlank()) {
            scopeId = kind.substring(colon + 1);
            kind = kind.substring(0, colon);
        }
    }

    /** What it means; empty when something is missing, and the faults say what. */
    Optional<RoleGrant> read(Faults faults) {
        Optional<Role> known =
                Stream.of(Role.values()).filter(each -> each.key().equals(role)).findFirst();
        if (known.isEmpty()) {
            faults.add("role", "account.role_missing");
        }
        Optional<Scope> scope = scope(faults);
        return known.flatMap(each -> scope.map(where -> new RoleGrant(each, where)));
    }

    private Optional<Scope> scope(Faults faults) {
        Optional<Scope.Kind> known = Stream.of(Scope.Kind.values())
                .filter(each -> each.key().equals(kind))
                .findFirst();
        String id = scopeId.strip();
        if (known.isEmpty()) {
            faults.add("kind", "account.scope_missing");
            return Optional.empty();
        }
        if (known.get() == Scope.Kind.EVERYWHERE) {
            if (!id.isEmpty()) {
                faults.add("scopeId", "account.scope_id_superfluous");
                return Optional.empty();
            }
            return Optional.of(Scope.EVERYWHERE);
        }
        if (!id.matches("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
            faults.add("scopeId", "account.scope_id_malformed");
            return Optional.empty();
        }
        return Optional.of(Scope.of(known.get(), UUID.fromString(id)));
    }
}
