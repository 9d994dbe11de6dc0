package ua.stezhka.people;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Option;
import ua.stezhka.account.PlaceNames;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.Texts;

/** Roles and scopes in the words of the page. */
final class RoleWords {
    private RoleWords() {}

    static String role(Role role, Locale locale) {
        return Texts.get(locale, "people.role_" + role.key());
    }

    /** A place by its name; what has no name of its own by its kind and a short number. */
    static String scope(Scope scope, Community community, Locale locale) {
        UUID id = scope.id();
        if (id == null) {
            return kind(scope.kind(), locale);
        }
        return place(scope.kind(), id, community, locale)
                .orElseGet(() -> kind(scope.kind(), locale) + ' ' + AuditWords.shortened(id.toString()));
    }

    /** The name of a place of the community. */
    static Optional<String> place(Scope.Kind kind, @Nullable UUID id, Community community, Locale locale) {
        return community.places().stream()
                .filter(place -> kind == Scope.Kind.PLACE
                        && Objects.equals(PlaceNames.scopeOf(place.id()).id(), id))
                .findFirst()
                .map(place -> place.name().in(locale));
    }

    static String grant(RoleGrant grant, Community community, Locale locale) {
        return role(grant.role(), locale) + ", " + scope(grant.scope(), community, locale);
    }

    static List<Option> roles(Locale locale) {
        return Stream.of(Role.values())
                .map(role -> new Option(role.key(), role(role, locale)))
                .toList();
    }

    /**
     * Where a role can hold, to choose from: everywhere, or a place of the community. Groups, classes, schools and departments
     * join when there are any.
     *
     * @param chosen a kind that was named by hand is offered too, so that nothing typed is lost
     */
    static List<Option> scopes(String chosen, Community community, Locale locale) {
        Stream<Option> named = Stream.of(Scope.Kind.values())
                .filter(kind -> kind == Scope.Kind.EVERYWHERE || kind.key().equals(chosen))
                .map(kind -> new Option(
                        kind.key(),
                        kind == Scope.Kind.EVERYWHERE
                                ? Texts.get(locale, "people.chooseEverywhere")
                                : kind(kind, locale)));
        return Stream.concat(named, places(community, locale).stream()).toList();
    }

    static List<Option> places(Community community, Locale locale) {
        return community.places().stream()
                .map(place -> new Option(
                        PlaceNames.scopeOf(place.id()).key(), place.name().in(locale)))
                .toList();
    }

    private static String kind(Scope.Kind kind, Locale locale) {
        return Texts.get(locale, "people.scope_" + kind.key());
    }
}
