package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Minors;
import ua.stezhka.account.TestPeople;
import ua.stezhka.desk.TestCards;
import ua.stezhka.factor.TestFactors;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.privacy.Consents;
import ua.stezhka.privacy.Purpose;
import ua.stezhka.privacy.TestErasures;

/** Of two accounts that become one no door opens twice, nothing said is lost, and neither is weaker afterwards. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MergedHoldingsTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Merges merges;

    @Inject
    Consents consents;

    @Inject
    Minors minors;

    private UUID merged;
    private UUID kept;
    private UUID by;

    @BeforeEach
    void two() {
        merged = TestPeople.idOf(TestPeople.learner());
        kept = TestPeople.idOf(TestPeople.learner());
        by = TestPeople.idOf(TestPeople.administrator());
    }

    private void merge() {
        merges.merge(merged, kept, by);
    }

    private void sql(String statement, Object... values) {
        jdbi.useHandle(handle ->
                assertThat(handle.execute(statement, values)).as(statement).isPositive());
    }

    private int count(String rest, Object... values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select count(*) from " + rest);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Integer.class).one();
        });
    }

    private String card(UUID person) {
        return TestCards.give(person);
    }

    private String codeOf(UUID person) {
        return TestCards.codeOf(person).orElseThrow();
    }

    @Test
    void the_own_card_stays_and_never_are_there_two() {
        String own = card(kept);
        String other = card(merged);
        merge();
        assertThat(codeOf(kept)).isEqualTo(own);
        assertThat(TestCards.opens(other)).isEmpty();
    }

    @Test
    void a_card_out_of_date_gives_way_to_one_that_opens() {
        card(kept);
        sql(
                "update desk.access_card set made_at = made_at - interval '3 years', expires_at = now() - interval '1 day' where person_id = ?",
                kept);
        String other = card(merged);
        merge();
        assertThat(codeOf(kept)).isEqualTo(other);
        assertThat(TestCards.opens(other)).contains(kept);
    }

    @Test
    void a_second_step_is_neither_lost_nor_brought_along() {
        TestFactors.giveApp(kept, "the secret of the kept");
        TestPeople.giveApp(merged);
        merge();
        assertThat(TestFactors.secretOf(kept)).contains("the secret of the kept");
        assertThat(TestFactors.owned(merged)).isFalse();
    }

    @Test
    void of_all_that_was_said_about_consents_the_latest_counts() {
        Purpose letters = Purpose.LETTERS;
        consents.say(kept, letters, true, null);
        consents.say(merged, letters, true, null);
        consents.say(merged, letters, false, null);
        merge();
        assertThat(consents.has(kept, letters)).isFalse();
        assertThat(count("privacy.consent_entry where person_id = ?", kept)).isEqualTo(3);
    }

    @Test
    void for_people_under_18_the_stricter_counts() {
        minors.state(kept, 2009);
        minors.state(merged, 2012);
        minors.note(kept, new Minors.Consent("guardian", "Мати Приклад", LocalDate.of(2026, 11, 1)), by);
        minors.note(merged, new Minors.Consent("school", "Ліцей 1", LocalDate.of(2026, 11, 1)), by);
        minors.withdraw(merged);
        merge();
        assertThat(minors.birthYear(kept)).contains(2012);
        assertThat(minors.consents(kept))
                .as("taken back for one, taken back for both")
                .isEmpty();
    }

    @Test
    void the_earlier_year_of_birth_does_not_make_anybody_older() {
        minors.state(kept, 2012);
        minors.state(merged, 2009);
        merge();
        assertThat(minors.birthYear(kept)).contains(2012);
    }

    @Test
    void the_look_of_pages_stays_as_the_account_that_goes_on_has_it() {
        for (UUID person : List.of(merged, kept)) {
            sql("""
                    insert into account.comfort (person_id, language, text_size, theme, calm, pace, chosen_at)
                    values (?, 'uk', ?, 'dark', false, 'slow', now())""", person, person.equals(kept) ? "200" : "125");
        }
        merge();
        assertThat(count("account.comfort where person_id = ? and text_size = '200'", kept))
                .isEqualTo(1);
    }

    @Test
    void while_one_waits_to_be_erased_nothing_is_merged() {
        for (UUID waits : List.of(merged, kept)) {
            TestErasures.ask(waits);
            assertThatThrownBy(this::merge)
                    .isInstanceOfSatisfying(Problem.Conflict.class, refused -> assertThat(refused.code())
                            .isEqualTo("account.merge_erasure_open"));
            assertThat(count("account.person where id = ? and merged_at is null", merged))
                    .isEqualTo(1);
            TestErasures.cancel(waits);
        }
        merge();
        assertThat(count("privacy.data_request where person_id = ?", kept)).isEqualTo(2);
    }
}
