package ua.stezhka.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.Role;
import ua.stezhka.desk.CardCode;

/**
 * Which people an administrator looks for.
 *
 * @param find  beginnings of words: of a name, of a name to sign in with, of an e-mail; or the code of a card; empty for all
 * @param role  the key of a role they have now; empty for all
 * @param state all, active or blocked
 */
public record PeopleFilter(String find, String role, String state) {
    private static final Set<String> STATES = Set.of("all", "active", "blocked");
    private static final Set<String> ROLES =
            Stream.of(Role.values()).map(Role::key).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_WORDS = 8;

    /** What is not known stands for all. */
    public PeopleFilter {
        role = ROLES.contains(role) ? role : "";
        state = STATES.contains(state) ? state : "all";
    }

    public static PeopleFilter of(String find) {
        return new PeopleFilter(find, "", "all");
    }

    /** As PostgreSQL reads a search: all words, each of them by its beginning. Empty when there is nothing to look for. */
    String words() {
        return Stream.of(LoginName.key(find).split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> '\'' + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }

    /** The code of an access card, as the database keeps it; empty when it is none. */
    String cardCode() {
        return CardCode.read(find).map(CardCode::value).orElse("");
    }

    /** As the query of an address, up to and with the last «&». */
    String query() {
        return "find=" + URLEncoder.encode(find, StandardCharsets.UTF_8) + "&role=" + role + "&state=" + state + '&';
    }
}
