package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** How large files and requests may be, and what happens to those that are larger. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class UploadLimitsTest {
    @Inject
    WorkFixtures works;

    private WorkFixtures.Open open;
    private UploadCalls calls;

    @BeforeEach
    void begin() {
        open = works.open(TestPeople.learner(), works.course());
        calls = new UploadCalls(open);
    }

    @Test
    void wrong_kinds_and_sizes_are_told_at_the_field_and_leave_nothing_behind() {
        String address = open.question(open.file()) + "/files";
        TestBrowser.Answer page =
                open.browser().upload(address, "file", "<svg onload=alert(1)></svg>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#file-error").text()).contains("Такий файл ми не беремо");
        assertThat(open.browser().upload(address, "file", new byte[0]).status()).isEqualTo(422);
        assertThat(open.browser()
                        .upload(address, "file", UploadCalls.pdf((10 << 20) + 1))
                        .status())
                .isEqualTo(422);
        assertThat(calls.begin(open.browser(), (10 << 20) + 1).status()).isEqualTo(413);
        assertThat(calls.begin(open.browser(), 0).status()).isEqualTo(422);
        assertThat(works.count("select count(*) from quiz.upload where attempt_id = :id", open.id()))
                .isZero();
    }

    @Test
    void a_piece_more_than_was_told_and_a_third_file_are_refused() {
        String where = calls.begin(open.browser(), 100).location();
        assertThat(calls.piece(where, 0, UploadCalls.pdf(101)).status()).isEqualTo(409);
        String address = open.question(open.file()) + "/files";
        open.browser().upload(address, "file", UploadCalls.pdf(2000));
        open.browser().upload(address, "file", UploadCalls.pdf(3000));
        TestBrowser.Answer third = open.browser().upload(address, "file", UploadCalls.pdf(4000));
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.page().body().text()).contains("Файлів уже досить");
        assertThat(calls.piece(where, 0, UploadCalls.pdf(100)).status())
                .as("begun earlier, ends too late")
                .isEqualTo(422);
        assertThat(calls.links()).hasSize(2);
    }

    @Test
    void the_whole_attempt_has_a_limit_too() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(calls.begin(open.browser(), 9 << 20).status());
        }
        assertThat(statuses).containsExactly(201, 201, 201, 422, 422);
    }

    @Test
    void other_addresses_take_no_more_than_before() {
        byte[] large = new byte[(1 << 20) + 1];
        assertThat(open.browser()
                        .send(
                                "POST",
                                "/sign-in",
                                BodyPublishers.ofByteArray(large),
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(413);
        String where = calls.begin(open.browser(), 5 << 20).location();
        assertThat(calls.piece(where, 0, large).status()).isEqualTo(413);
        assertThat(open.browser()
                        .send(
                                "POST",
                                "/sign-in",
                                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)),
                                "application/x-www-form-urlencoded")
                        .status())
                .as("without a length")
                .isEqualTo(413);
    }
}
