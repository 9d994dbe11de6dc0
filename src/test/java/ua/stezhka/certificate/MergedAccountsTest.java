package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders.Holder;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Two accounts of one person become one, and nothing that was done with either is lost. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MergedAccountsTest {
    @Inject
    CertificateHolders holders;

    private final TestBrowser administrator = TestPeople.administrator();

    private TestBrowser.Answer merge(UUID merged, UUID person) {
        return administrator.post(page(person) + "/merge", "other", merged.toString());
    }

    private static String page(UUID person) {
        return "/administration/people/" + person;
    }

    private static UUID id(Holder holder) {
        return holder.learner().personId();
    }

    private int enrolments(UUID person) {
        return holders.count("learning.enrolment where person_id = ?", person);
    }

    private int valid(UUID person) {
        return holders.count("certificate.certificate where person_id = ? and revoked_at is null", person);
    }

    @Test
    void certificates_of_different_courses_stand_side_by_side() {
        Holder kept = holders.earned();
        Holder merged = holders.earned();
        CertificateNumber number = holders.number(merged);
        assertThat(merge(id(merged), id(kept)).location()).isEqualTo(page(id(kept)) + "?done=merged");

        assertThat(valid(id(kept))).isEqualTo(2);
        assertThat(enrolments(id(kept))).isEqualTo(2);
        assertThat(enrolments(id(merged)) + valid(id(merged))).isZero();
        assertThat(kept.browser().get("/certificates/" + number + "/pdf").status())
                .isEqualTo(200);
    }

    @Test
    void of_two_certificates_of_one_course_one_stays_and_the_other_leads_to_it() {
        Holder kept = holders.earned();
        Holder merged = holders.begun(TestPeople.learner(), kept.revision().slug());
        holders.finish(merged);
        CertificateNumber stays = holders.number(kept);
        CertificateNumber ends = holders.number(merged);
        merge(id(merged), id(kept));

        assertThat(valid(id(kept))).isEqualTo(1);
        assertThat(holders.number(kept)).isEqualTo(stays);
        var page = kept.browser().get("/certificates/" + ends).page();
        assertThat(page.text()).contains("облікові записи однієї людини");
        assertThat(page.select("main a[href=/certificates/" + stays + "]")).isNotEmpty();
        assertThat(enrolments(id(kept))).isEqualTo(1);
    }

    @Test
    void what_only_the_merged_account_has_completed_is_completed() {
        Holder kept = holders.begun(TestPeople.learner());
        Holder merged = holders.begun(TestPeople.learner(), kept.revision().slug());
        holders.finish(merged);
        CertificateNumber number = holders.number(merged);
        merge(id(merged), id(kept));

        assertThat(holders.number(kept)).as("the same certificate").isEqualTo(number);
        assertThat(holders.count(
                        "learning.enrolment where person_id = ? and completed_at is not null and quiz_passed_at is not null",
                        id(kept)))
                .isEqualTo(1);
        assertThat(kept.browser().get("/certificates/" + number + "/pdf").status())
                .isEqualTo(200);
    }

    @Test
    void attempts_go_over_and_of_two_open_ones_the_older_is_handed_in() {
        TestBrowser one = TestPeople.learner();
        TestBrowser other = TestPeople.learner();
        one.post("/courses/internet-safety/quiz/attempts");
        other.post("/courses/internet-safety/quiz/attempts");
        UUID kept = TestPeople.idOf(one);
        UUID merged = TestPeople.idOf(other);
        assertThat(merge(merged, kept).status()).isEqualTo(303);
        assertThat(holders.count("quiz.attempt where person_id = ? and submitted_at is null", kept))
                .isEqualTo(1);
        assertThat(holders.count("quiz.attempt where person_id = ? and submitted_at is not null", kept))
                .isEqualTo(1);
        assertThat(holders.count("quiz.attempt where person_id = ?", merged)).isZero();
    }

    @Test
    void the_merged_account_lets_nobody_in_and_leads_to_the_other() {
        String name = "Двоїста Приклад " + TestPeople.suffix();
        TestBrowser other = TestPeople.register(name);
        UUID merged = TestPeople.idOf(other);
        UUID kept = TestPeople.idOf(TestPeople.learner());
        merge(merged, kept);
        assertThat(other.get("/settings").status()).isEqualTo(401);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(administrator.get(page(merged)).location()).isEqualTo(page(kept));
        assertThat(administrator
                        .get("/administration/people?find=" + name.replace(" ", "+"))
                        .page()
                        .select("tbody tr"))
                .isEmpty();
        assertThat(merge(merged, kept).status()).as("merged already").isEqualTo(409);
    }

    @Test
    void both_accounts_are_shown_before_they_are_merged() {
        Holder kept = holders.earned();
        Holder merged = holders.begun(TestPeople.learner(), kept.revision().slug());
        var preview =
                administrator.get(page(id(kept)) + "/merge?other=" + id(merged)).page();
        assertThat(preview.select("tbody tr").eachText())
                .contains("Записи на курси 1 1", "Чинні сертифікати 1 0", "Спроби підсумкових тестів 0 0");
    }

    @Test
    void nobody_merges_their_own_account_away_or_an_account_into_itself() {
        UUID self = TestPeople.idOf(administrator);
        UUID person = TestPeople.idOf(TestPeople.learner());
        assertThat(merge(self, person).status()).isEqualTo(409);
        assertThat(merge(person, person).status()).isEqualTo(409);
        assertThat(administrator.get("/administration/people").status()).isEqualTo(200);
    }
}
