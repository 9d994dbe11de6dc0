package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoleGrantsTest {
    private static final RoleGrant ADMINISTRATOR = new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE);

    @Inject
    RoleGrants grants;

    @Inject
    Jdbi jdbi;

    @Test
    void a_role_holds_at_the_next_press_and_not_any_more_after_it_is_taken_away() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        TestPeople.giveApp(person);
        TestBrowser browser = TestPeople.session(person);
        assertThat(browser.get("/administration/people").status()).isEqualTo(403);

        grants.grant(person, ADMINISTRATOR, null);
        assertThat(browser.get("/administration/people").status()).isEqualTo(200);

        UUID somebodyElse = TestPeople.idOf(TestPeople.administrator());
        grants.end(person, ADMINISTRATOR, somebodyElse);
        assertThat(browser.get("/administration/people").status()).isEqualTo(403);
    }

    @Test
    void granting_twice_is_one_grant_and_one_line_of_the_audit() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        RoleGrant mentor = new RoleGrant(Role.MENTOR, Scope.of(Scope.Kind.COHORT, UUID.randomUUID()));

        grants.grant(person, mentor, null);
        grants.grant(person, mentor, null);

        assertThat(grants.of(person)).containsExactly(mentor);
        assertThat(actionsAbout(person)).containsExactly("account.role_granted");
    }

    @Test
    void a_role_given_again_after_it_was_taken_keeps_both_times() {
        UUID administrator = TestPeople.idOf(TestPeople.administrator());
        UUID person = TestPeople.idOf(TestPeople.learner());
        RoleGrant author = new RoleGrant(Role.AUTHOR, Scope.EVERYWHERE);

        grants.grant(person, author, administrator);
        grants.end(person, author, administrator);
        grants.grant(person, author, administrator);

        assertThat(grants.of(person)).containsExactly(author);
        assertThat(actionsAbout(person))
                .containsExactly("account.role_granted", "account.role_ended", "account.role_granted");
    }

    @Test
    void the_last_administrator_stays() {
        UUID last = TestPeople.idOf(TestPeople.administrator());
        List<UUID> others = jdbi.withHandle(handle ->
                handle.createQuery("""
                        select distinct person_id from account.role_grant
                        where role = 'administrator' and scope_kind = 'everywhere' and ended_at is null and person_id <> ?""").bind(0, last).mapTo(UUID.class).list());
        others.forEach(other -> grants.end(other, ADMINISTRATOR, last));

        assertThatThrownBy(() -> grants.end(last, ADMINISTRATOR, last)).isInstanceOf(Problem.Conflict.class);
        assertThat(grants.of(last)).containsExactly(ADMINISTRATOR);

        others.forEach(other -> grants.grant(other, ADMINISTRATOR, null));
    }

    private List<String> actionsAbout(UUID person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select e.action from account.audit_entry e join account.person p on p.actor_id = e.about_actor
                        where p.id = ? and e.action like 'account.role%' order by e.number""").bind(0, person).mapTo(String.class).list());
    }
}
