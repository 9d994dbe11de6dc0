package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final UUID ID = UUID.randomUUID();
    private static final Scope LIBRARY = Scope.of(Scope.Kind.PLACE, UUID.randomUUID());
    private static final Scope OTHER_LIBRARY = Scope.of(Scope.Kind.PLACE, UUID.randomUUID());

    @Test
    void a_person_without_a_role_may_nothing() {
        SessionPerson learner = person(Way.PASSWORD);

        for (Permission permission : Permission.values()) {
            assertThat(learner.may(permission)).as(permission.name()).isFalse();
        }
    }

    @Test
    void a_role_everywhere_holds_in_every_place() {
        SessionPerson operator = person(Way.PASSWORD, new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));

        assertThat(operator.may(Permission.ASSIST_PEOPLE)).isTrue();
        assertThat(operator.may(Permission.ASSIST_PEOPLE, LIBRARY)).isTrue();
    }

    @Test
    void a_role_in_one_place_opens_neither_another_place_nor_what_is_for_everywhere() {
        SessionPerson operator = person(Way.PASSWORD, new RoleGrant(Role.DESK_OPERATOR, LIBRARY));

        assertThat(operator.may(Permission.ASSIST_PEOPLE, LIBRARY)).isTrue();
        assertThat(operator.may(Permission.ASSIST_PEOPLE, OTHER_LIBRARY)).isFalse();
        assertThat(operator.may(Permission.ASSIST_PEOPLE)).isFalse();
    }

    @Test
    void what_lies_in_several_scopes_is_open_to_the_role_of_each() {
        Scope school = Scope.of(Scope.Kind.SCHOOL, UUID.randomUUID());
        SessionPerson tutor = person(Way.PASSWORD, new RoleGrant(Role.TUTOR, school));

        assertThat(tutor.may(Permission.ASSIST_PEOPLE, LIBRARY, school)).isTrue();
    }

    @Test
    void roles_do_not_hold_for_who_came_in_with_a_printed_card_or_with_the_help_of_a_desk() {
        for (Way way : List.of(Way.CARD, Way.HELPED, Way.GUEST)) {
            SessionPerson administrator = person(way, new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE));

            assertThat(administrator.may(Permission.SEE_PEOPLE)).as(way.name()).isFalse();
        }
    }

    @Test
    void roles_do_not_hold_for_who_is_only_half_in() {
        for (SessionPerson.Missing missing : List.of(SessionPerson.Missing.CODE, SessionPerson.Missing.SETUP)) {
            SessionPerson administrator =
                    person(Way.PASSWORD, missing, new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE));

            assertThat(administrator.may(Permission.SEE_PEOPLE))
                    .as(missing.name())
                    .isFalse();
        }
    }

    @Test
    void a_second_factor_is_given_by_who_has_one_and_set_up_by_who_needs_one() {
        assertThat(SessionPerson.Missing.of(Way.PASSWORD, false, true, false)).isEqualTo(SessionPerson.Missing.CODE);
        assertThat(SessionPerson.Missing.of(Way.PASSWORD, true, true, true)).isEqualTo(SessionPerson.Missing.NOTHING);
        assertThat(SessionPerson.Missing.of(Way.LINK, false, false, true)).isEqualTo(SessionPerson.Missing.SETUP);
        assertThat(SessionPerson.Missing.of(Way.PASSWORD, true, false, true))
                .as("given, and taken away since")
                .isEqualTo(SessionPerson.Missing.SETUP);
        assertThat(SessionPerson.Missing.of(Way.PASSWORD, false, false, false))
                .as("nobody asks for one")
                .isEqualTo(SessionPerson.Missing.NOTHING);
        assertThat(SessionPerson.Missing.of(Way.CARD, false, true, true))
                .as("opens no roles anyway")
                .isEqualTo(SessionPerson.Missing.NOTHING);
    }

    @Test
    void the_same_identifier_of_another_kind_is_another_scope() {
        SessionPerson operator =
                person(Way.PASSWORD, new RoleGrant(Role.DESK_OPERATOR, Scope.of(Scope.Kind.PLACE, ID)));

        assertThat(operator.may(Permission.ASSIST_PEOPLE, Scope.of(Scope.Kind.COHORT, ID)))
                .isFalse();
    }

    @Test
    void the_page_of_rules_says_what_the_code_does() throws IOException {
        Map<String, String> written = ROW.matcher(Files.readString(Path.of("src/docs/permissions.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        Map<String, String> ruled = Stream.of(Permission.values())
                .collect(Collectors.toMap(Permission::name, permission -> Stream.of(Role.values())
                        .filter(permission::givenTo)
                        .map(Role::key)
                        .collect(Collectors.joining(", "))));

        assertThat(written).isEqualTo(ruled);
    }

    private static SessionPerson person(Way way, RoleGrant... grants) {
        return person(way, SessionPerson.Missing.NOTHING, grants);
    }

    private static SessionPerson person(Way way, SessionPerson.Missing missing, RoleGrant... grants) {
        return new SessionPerson(ID, ID, ID, "Особа", true, way, true, missing, List.of(grants));
    }
}
