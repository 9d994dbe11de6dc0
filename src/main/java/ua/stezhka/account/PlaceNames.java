package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Texts;

/** Roles and where they hold, in words. */
@Singleton
public class PlaceNames {
    private final CurrentCommunity community;

    PlaceNames(CurrentCommunity community) {
        this.community = community;
    }

    /** The scope of a place of the community's card, such as {@code library}. */
    public static Scope scopeOf(String placeId) {
        return Scope.of(Scope.Kind.PLACE, Ids.named("place/" + placeId));
    }

    /** Such as «Оператор, Міська бібліотека». */
    public String who(RoleGrant grant, Locale locale) {
        String role = Texts.get(locale, "account.helper_" + grant.role().key());
        return place(grant.scope(), locale)
                .map(place -> Texts.get(locale, "account.helperAt", role, place))
                .orElse(role);
    }

    /** The name of a place; empty for everywhere. What has no name of its own is named by its kind. */
    public Optional<String> place(Scope scope, Locale locale) {
        UUID id = scope.id();
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(community.get().places().stream()
                .filter(place -> scope.equals(scopeOf(place.id())))
                .findFirst()
                .map(Community.Place::name)
                .map(name -> name.in(locale))
                .orElseGet(() -> Texts.get(
                        locale,
                        "account.scope_" + scope.kind().key(),
                        id.toString().substring(0, 4))));
    }
}
