package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Files come along in the copy of a person’s data, and go when their time is over. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FileRetentionTest {
    private static final byte[] TEXT = "Мій лист до підтримки.".getBytes(StandardCharsets.UTF_8);

    @Inject
    WorkFixtures works;

    @Inject
    FileRetention retention;

    @Inject
    OwnFiles own;

    private WorkFixtures.Open sent(TestBrowser browser) {
        WorkFixtures.Open open = works.open(browser, works.course());
        assertThat(browser.upload(open.question(open.file()) + "/files", "file", TEXT)
                        .status())
                .isEqualTo(303);
        return open;
    }

    @Test
    void a_file_is_in_the_copy_of_who_sent_it_only() {
        TestBrowser browser = TestPeople.learner();
        sent(browser);
        UUID person = TestPeople.idOf(browser);
        assertThat(own.of(List.of(person))).singleElement().satisfies(file -> {
            assertThat(file.name()).endsWith(".txt");
            assertThat(file.bytes()).isEqualTo(TEXT);
        });
        assertThat(own.of(List.of(TestPeople.idOf(TestPeople.learner())))).isEmpty();
    }

    @Test
    void after_a_year_the_content_goes_and_that_there_was_a_file_stays() {
        WorkFixtures.Open open = sent(TestPeople.learner());
        open.browser().post("/attempts/" + open.id() + "/submission");
        retention.forget();
        assertThat(open.browser().get("/attempts/" + open.id() + "/result").body())
                .contains("/files/");

        works.update(
                "update quiz.upload set begun_at = begun_at - interval '366 days' where attempt_id = :id", open.id());
        retention.forget();
        retention.forget();

        assertThat(works.count(
                        "select count(*) from quiz.upload where attempt_id = :id and forgotten_at is not null",
                        open.id()))
                .isOne();
        assertThat(works.count(
                        "select count(*) from quiz.upload_part p join quiz.upload u on u.id = p.upload_id where u.attempt_id = :id",
                        open.id()))
                .isZero();
        assertThat(open.browser()
                        .get("/attempts/" + open.id() + "/result")
                        .page()
                        .text())
                .contains("файл уже не зберігаємо");
    }

    @Test
    void what_did_not_arrive_whole_goes_after_a_day() {
        TestBrowser browser = TestPeople.learner();
        WorkFixtures.Open open = works.open(browser, works.course());
        browser.header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "1000")
                .send("POST", open.uploads(), java.net.http.HttpRequest.BodyPublishers.noBody(), "");
        retention.forget();
        assertThat(works.count("select count(*) from quiz.upload where attempt_id = :id", open.id()))
                .isOne();
        works.update(
                "update quiz.upload set begun_at = begun_at - interval '25 hours' where attempt_id = :id", open.id());
        retention.forget();
        assertThat(works.count("select count(*) from quiz.upload where attempt_id = :id", open.id()))
                .isZero();
    }
}
