package ua.stezhka.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.stezhka.platform.Faults;

/**
 * A personal token that somebody wants to have.
 *
 * @param id     of the form that was filled in, so that a second press makes no second token
 * @param scopes what the program may do
 * @param days   how long
 */
record NewToken(UUID id, String name, Set<TokenScope> scopes, int days) {
    static final List<Integer> DAYS = List.of(30, 90, 180, 365);
    private static final int LONGEST_NAME = 80;

    static NewToken of(UUID id, String name, List<String> scopes, int days) {
        Set<TokenScope> known = scopes.stream()
                .map(TokenScope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new NewToken(id, LoginName.clean(name), known, days);
    }

    Faults check(Faults faults) {
        if (name.isEmpty()) {
            faults.add("name", "account.token_name_missing");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add("name", "account.token_name_too_long");
        }
        if (scopes.isEmpty()) {
            faults.add("scopes", "account.token_scope_missing");
        }
        if (!DAYS.contains(days)) {
            faults.add("days", "account.token_days_missing");
        }
        return faults;
    }
}
