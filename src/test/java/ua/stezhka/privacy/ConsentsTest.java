package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConsentsTest {
    @Inject
    Consents consents;

    @Inject
    Jdbi jdbi;

    @Test
    void nobody_has_agreed_before_being_asked() {
        TestBrowser browser = TestPeople.learner();

        assertThat(consents.of(TestPeople.idOf(browser))).isEmpty();
        assertThat(browser.get("/settings/consents").page().select("main [checked]"))
                .isEmpty();
    }

    @Test
    void each_purpose_is_given_by_one_press_and_taken_back_by_one_press() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        for (Purpose purpose : Purpose.values()) {
            say(browser, purpose, "yes");
            assertThat(consents.has(person, purpose)).isTrue();
            say(browser, purpose, "no");
            assertThat(consents.has(person, purpose)).isFalse();
        }
        for (String path : List.of("/my", "/courses", "/settings", "/certificates")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void the_log_keeps_what_was_said_and_a_second_press_says_nothing_new() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        say(browser, Purpose.LETTERS, "no");
        say(browser, Purpose.LETTERS, "yes");
        say(browser, Purpose.LETTERS, "yes");
        say(browser, Purpose.LETTERS, "no");

        assertThat(log(person)).containsExactly("letters 1 given settings", "letters 1 withdrawn settings");
        assertThatThrownBy(() -> jdbi.useHandle(handle ->
                        handle.execute("update privacy.consent_entry set deed = 'given' where person_id = ?", person)))
                .hasMessageContaining("only ever added to");
    }

    @Test
    void a_new_text_is_asked_again_and_the_old_consent_does_not_count() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        agreeToAnOlderText(person);

        assertThat(consents.has(person, Purpose.LETTERS)).isFalse();
        assertThat(browser.get("/settings").body()).contains("текст змінився");
        assertThat(browser.get("/settings/consents").page().select("main").text())
                .contains("Ми уточнили цей текст");

        say(browser, Purpose.LETTERS, "yes");
        assertThat(consents.has(person, Purpose.LETTERS)).isTrue();
        assertThat(browser.get("/settings").page().select("main nav").text()).doesNotContain("текст змінився");
    }

    @Test
    void an_older_consent_can_be_taken_back_too() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        agreeToAnOlderText(person);

        say(browser, Purpose.LETTERS, "no");

        assertThat(log(person)).last().isEqualTo("letters 1 withdrawn settings");
        assertThat(browser.get("/settings").page().select("main nav").text()).doesNotContain("текст змінився");
    }

    /** As long as every text is the first one, an older one is only possible without the rule of the table. */
    private void agreeToAnOlderText(UUID person) {
        jdbi.useHandle(handle -> {
            handle.execute("alter table privacy.consent_entry drop constraint consent_versions_begin_with_one");
            handle.execute("""
                    insert into privacy.consent_entry (id, person_id, purpose, version, deed, way, noted_at)
                    values (gen_random_uuid(), ?, 'letters', 0, 'given', 'settings', '2026-01-01T10:00Z')""", person);
            handle.execute(
                    "alter table privacy.consent_entry add constraint consent_versions_begin_with_one check (version > 0) not valid");
        });
    }

    private static void say(TestBrowser browser, Purpose purpose, String given) {
        assertThat(browser.post("/settings/consents", "purpose", purpose.key(), "given", given)
                        .status())
                .isEqualTo(303);
    }

    private List<String> log(UUID person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select purpose || ' ' || version || ' ' || deed || ' ' || way from privacy.consent_entry
                        where person_id = :id order by noted_at, id""").bind("id", person).mapTo(String.class).list());
    }
}
