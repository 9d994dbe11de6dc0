package ua.stezhka.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that merges another account into this one: first the other account is looked for, then both are shown.
 *
 * @param person the account that goes on
 * @param find   what was looked for
 * @param found  accounts to choose from
 * @param other  the account that would be no more, once it is chosen
 * @param lines  what each of the two holds
 * @param effects what will happen beside that, in words
 */
public record MergeView(
        PersonAccount person,
        String find,
        List<PersonRow> found,
        @Nullable PersonAccount other,
        List<Line> lines,
        List<String> effects) {
    /** One kind of thing, and how many each account has. */
    public record Line(String text, int kept, int merged) {}

    /** Whether the sign-in of the other account goes over, because this one has none. */
    public boolean signInMoves() {
        return other != null
                && person.loginName().isEmpty()
                && !other.loginName().isEmpty();
    }

    /** Whether the e-mail of the other account goes over. */
    public boolean emailMoves() {
        return other != null
                && !signInMoves()
                && person.email().isEmpty()
                && !other.email().isEmpty();
    }

    /** Whether roles of the other account go over. */
    public boolean rolesMove() {
        return other != null && other.grants().stream().anyMatch(PersonAccount.Grant::living);
    }
}
