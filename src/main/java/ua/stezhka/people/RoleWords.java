package ua.stezhka.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ua.stezhka.account.Option;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Texts;

/** Roles and scopes in the words of the page. */
final class RoleWords {
    private RoleWords() {}

    static String role(Role role, Locale locale) {
        return Texts.get(locale, "people.role_" + role.key());
    }

    static String scope(Scope scope, Locale locale) {
        String kind = kind(scope.kind(), locale);
        return scope.id() == null ? kind : kind + ' ' + scope.id();
    }

    static String grant(RoleGrant grant, Locale locale) {
        return role(grant.role(), locale) + ", " + scope(grant.scope(), locale);
    }

    static List<Option> roles(Locale locale) {
        return Stream.of(Role.values())
                .map(role -> new Option(role.key(), role(role, locale)))
                .toList();
    }

    static List<Option> kinds(Locale locale) {
        return Stream.of(Scope.Kind.values())
                .map(kind -> new Option(kind.key(), kind(kind, locale)))
                .toList();
    }

    private static String kind(Scope.Kind kind, Locale locale) {
        return Texts.get(locale, "people.scope_" + kind.key());
    }
}
