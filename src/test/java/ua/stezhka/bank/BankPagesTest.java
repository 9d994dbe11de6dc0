package ua.stezhka.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.BankFixtures;
import ua.stezhka.quiz.Learner;

/** Authors find questions and correct keys, reviewers let corrections through, and attempts are graded anew. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BankPagesTest {
    private static final String CONTENT = "course/internet-safety/question/good-passwords";

    @Inject
    BankFixtures fixtures;

    static TestBrowser with(Role role) {
        return TestPeople.with(new RoleGrant(role, Scope.EVERYWHERE));
    }

    static List<String> found(TestBrowser browser, String query) {
        return browser.get("/bank?" + query).page().select("tbody th a").eachText();
    }

    private static String address(UUID question) {
        return "/bank/questions/" + question;
    }

    /** A published correction of the question «word». */
    private UUID corrected(String course, TestBrowser author, TestBrowser reviewer) {
        UUID live = fixtures.live(course, "word");
        TestBrowser.Answer drafted = author.post(
                "/bank/versions/" + live + "/correction",
                "accepted-uk",
                "таємне secret\n" + BankFixtures.OTHER_WORDING,
                "accepted-en",
                "");
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(303);
        String draft = action(reviewer.get(drafted.location()).page(), "/review");
        assertThat(reviewer.post(draft).status()).isEqualTo(303);
        String publication = draft.replace("/review", "/publication");
        assertThat(reviewer.post(publication).status()).isEqualTo(303);
        return UUID.fromString(draft.split("/")[3]);
    }

    private static String action(Document page, String ending) {
        return page.select("form[action$=" + ending + "]").attr("action");
    }

    @Test
    void a_question_is_found_by_the_beginning_of_a_word_whatever_its_ending() {
        TestBrowser author = with(Role.AUTHOR);
        assertThat(found(author, "course=internet-safety&find=пароль")).isNotEmpty();
        assertThat(found(author, "course=internet-safety&find=паролями"))
                .containsExactlyElementsOf(found(author, "course=internet-safety&find=пароля"))
                .allSatisfy(prompt -> assertThat(prompt).isNotEmpty());
        assertThat(found(author, "find=цьогословаточноніденемає")).isEmpty();
    }

    @Test
    void filters_narrow_the_list() {
        TestBrowser author = with(Role.AUTHOR);
        String course = fixtures.course();
        assertThat(found(author, "course=" + course)).hasSize(10);
        assertThat(found(author, "course=" + course + "&type=number"))
                .singleElement()
                .asString()
                .contains("number");
        assertThat(found(author, "course=" + course + "&competence=protect-devices&level=A2"))
                .isNotEmpty()
                .hasSizeLessThan(10);
        assertThat(found(author, "course=" + course + "&level=B2")).isEmpty();
        assertThat(found(author, "course=" + course + "&state=draft")).isEmpty();
        assertThat(found(author, "course=" + course + "&audience=everyone")).hasSize(10);
        assertThat(found(author, "course=" + course + "&audience=pupils")).isEmpty();
        assertThat(found(author, "course=" + course + "&reported=yes")).isEmpty();
    }

    @Test
    void pages_of_the_list_hold_every_question_once_for_the_same_ten_statements() {
        TestBrowser author = with(Role.AUTHOR);
        fixtures.course();
        author.get("/bank");
        Set<String> seen = new HashSet<>();
        List<String> all = new ArrayList<>();
        String next = "/bank";
        int pages = 0;
        while (!next.isEmpty()) {
            TestBrowser.Answer page = author.get(next);
            // Four of them ask how the questions measure.
            assertThat(page.statements()).isLessThanOrEqualTo(10);
            List<String> rows = page.page().select("tbody th a").eachAttr("href");
            all.addAll(rows);
            seen.addAll(rows);
            next = page.page().select("a[rel=next]").attr("href");
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(seen).hasSameSizeAs(all).contains(address(ua.stezhka.platform.Ids.named(CONTENT)));
    }

    @Test
    void a_question_shows_itself_with_and_without_its_key_and_where_it_is_asked() {
        TestBrowser reviewer = with(Role.REVIEWER);
        String course = fixtures.course();
        String address = address(BankFixtures.question(course, "one"));
        reviewer.get(address);
        TestBrowser.Answer answer = reviewer.get(address);
        assertThat(answer.statements()).isLessThanOrEqualTo(10);
        Document page = answer.page();
        assertThat(page.select("input[id^=q-][checked]")).isEmpty();
        assertThat(page.select("input[id^=k-][checked]")).hasSize(1);
        assertThat(page.select("a[href=/courses/" + course + "/quiz]")).isNotEmpty();
        assertThat(page.text()).contains("Варіант b");
        assertThat(reviewer.get(address(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(reviewer.get("/bank/questions/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void a_correction_needs_a_second_pair_of_eyes_and_tells_what_it_changes() {
        String course = fixtures.course();
        TestBrowser author = with(Role.AUTHOR);
        UUID authorId = TestPeople.idOf(author);
        UUID corrected = corrected(course, author, with(Role.REVIEWER));
        Document page =
                author.get(address(BankFixtures.question(course, "word"))).page();
        assertThat(page.select("ins").text()).contains(BankFixtures.OTHER_WORDING);
        assertThat(fixtures.live(course, "word")).isEqualTo(corrected);

        TestPeople.grant(authorId, new RoleGrant(Role.REVIEWER, Scope.EVERYWHERE));
        TestBrowser both = TestPeople.session(authorId);
        TestBrowser.Answer drafted = both.post("/bank/versions/" + corrected + "/correction", "accepted-uk", "інше");
        String draft = drafted.location();
        Document own = both.get(draft).page();
        assertThat(action(own, "/review")).isEmpty();
        assertThat(own.text()).contains("поки перевірить хтось інший");
        UUID id = UUID.fromString(fixtures.text(
                "select id::text from quiz.question_version where corrects_id = :id order by drafted_at desc limit 1",
                corrected));
        assertThat(both.post("/bank/versions/" + id + "/review").status()).isEqualTo(409);
        assertThat(both.post("/bank/versions/" + id + "/publication").status()).isEqualTo(303);
        assertThat(fixtures.live(course, "word"))
                .as("not reviewed, not published")
                .isEqualTo(corrected);
    }

    @Test
    void a_key_that_is_the_same_or_empty_is_no_correction() {
        String course = fixtures.course();
        TestBrowser author = with(Role.AUTHOR);
        String form = "/bank/versions/" + fixtures.live(course, "word") + "/correction";
        TestBrowser.Answer same = author.post(form, "accepted-uk", "таємне secret", "accepted-en", "secret");
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.page().select("[data-errors]").text()).contains("такий самий");
        TestBrowser.Answer empty = author.post(form, "accepted-uk", " \n ", "accepted-en", "kept words");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("#accepted-en").text()).contains("kept words");
        String many = "/bank/versions/" + fixtures.live(course, "many") + "/correction";
        assertThat(author.post(many).status()).isEqualTo(422);
        assertThat(author.post("/bank/versions/" + fixtures.live(course, "number") + "/correction", "number", "сто")
                        .status())
                .isEqualTo(422);
        assertThat(author.get("/bank/versions/" + fixtures.live(course, "order") + "/correction")
                        .status())
                .as("an order is corrected in its file")
                .isEqualTo(404);
    }

    @Test
    void a_draft_stands_in_the_list_beside_what_people_answer_now() {
        String course = fixtures.course();
        TestBrowser author = with(Role.AUTHOR);
        assertThat(correct(author, course, "word", "accepted-uk", BankFixtures.OTHER_WORDING))
                .isEqualTo(303);
        assertThat(found(author, "course=" + course)).hasSize(11);
        assertThat(found(author, "course=" + course + "&state=draft")).hasSize(1);
        TestBrowser.Answer statistics = author.get("/analysis/questions/" + BankFixtures.question(course, "word"));
        assertThat(statistics.status()).as(statistics.body()).isEqualTo(200);
    }

    @Test
    void every_kind_of_key_that_has_a_form_can_be_corrected() {
        String course = fixtures.course();
        TestBrowser author = with(Role.AUTHOR);
        assertThat(correct(author, course, "one", "right", "secret-id-a")).isEqualTo(303);
        assertThat(correct(author, course, "many", "right", "secret-id-c")).isEqualTo(303);
        assertThat(correct(author, course, "true", "right", "true")).isEqualTo(303);
        assertThat(correct(author, course, "number", "number", "12,5", "tolerance", "0,5"))
                .isEqualTo(303);
        assertThat(correct(author, course, "gaps", "gap-secret-gap-1", "secret-id-b", "gap-secret-gap-2-uk", "слово"))
                .isEqualTo(303);
        assertThat(correct(author, course, "one", "right", "secret-id-zz")).isEqualTo(422);
    }

    private int correct(TestBrowser author, String course, String question, String... form) {
        return author.post("/bank/versions/" + fixtures.live(course, question) + "/correction", form)
                .status();
    }

    @Test
    void whoever_passes_by_a_corrected_key_gets_the_certificate_and_reads_of_it() {
        String course = fixtures.course();
        TestBrowser learner = TestPeople.learner();
        for (int step = 1; step <= 2; step++) {
            learner.sendJson("PUT", "/api/v1/progress/" + course + "/lessons/bank-call/steps/" + step, Set.of());
        }
        Learner person = fixtures.learner(TestPeople.idOf(learner));
        UUID attempt = fixtures.submitted(
                person, course, Set.of("one", "many", "true", "number", "pairs"), BankFixtures.OTHER_WORDING);
        assertThat(learner.get("/my").body()).doesNotContain("href=\"/certificates/");
        TestBrowser author = with(Role.AUTHOR);
        UUID key = corrected(course, author, with(Role.REVIEWER));

        Document preview = author.get("/bank/versions/" + key + "/regrading").page();
        assertThat(preview.select("tbody tr").text())
                .contains("5 з 8")
                .contains("6 з 8")
                .contains("тепер складено");
        assertThat(author.post("/bank/versions/" + key + "/regrading", "reason", " ")
                        .status())
                .isEqualTo(422);
        assertThat(fixtures.passed(person, attempt)).isFalse();
        TestBrowser.Answer done =
                author.post("/bank/versions/" + key + "/regrading", "reason", "Ця відповідь теж правильна");
        assertThat(done.status()).as(done.body()).isEqualTo(303);

        assertThat(fixtures.passed(person, attempt)).isTrue();
        TestBrowser.Answer my = learner.get("/my");
        assertThat(my.page().select("#new-scores").text()).isNotEmpty();
        assertThat(my.page().text()).contains("Було 5 з 8, тепер 6 з 8");
        assertThat(my.body()).contains("href=\"/certificates/");
        assertThat(learner.get("/attempts/" + attempt + "/log").page().text()).contains("переоцінено");
        assertThat(author.get(address(BankFixtures.question(course, "word")))
                        .page()
                        .text())
                .contains("Ця відповідь теж правильна");
        assertThat(author.get("/bank/versions/" + key + "/regrading").page().text())
                .contains("Переоцінювати нічого");
    }
}
