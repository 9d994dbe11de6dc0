package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Files are taken piece by piece or by a form, from their owner only, and given back as they were sent. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class UploadTest {
    private static final int PIECE = 256 * 1024;

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
    void a_file_that_was_cut_at_sixty_per_cent_goes_on_and_is_the_same() throws IOException {
        byte[] file = UploadCalls.pdf(5 * PIECE);
        TestBrowser.Answer begun = calls.begin(open.browser(), file.length);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String where = begun.location();
        for (int at = 0; at < 3 * PIECE; at += PIECE) {
            assertThat(calls.piece(where, at, Arrays.copyOfRange(file, at, at + PIECE))
                            .status())
                    .isEqualTo(204);
        }
        cut(where, 3 * PIECE, Arrays.copyOfRange(file, 3 * PIECE, 4 * PIECE));

        assertThat(calls.offset(where))
                .as("the piece that was cut is not there")
                .isEqualTo(3 * PIECE);
        assertThat(calls.piece(where, 4 * PIECE, Arrays.copyOfRange(file, 4 * PIECE, 5 * PIECE))
                        .status())
                .as("a piece that does not follow")
                .isEqualTo(409);
        for (int at = 3 * PIECE; at < file.length; at += PIECE) {
            calls.piece(where, at, Arrays.copyOfRange(file, at, at + PIECE));
        }

        assertThat(calls.links()).hasSize(1);
        assertThat(calls.download(open.browser(), calls.links().getFirst())).isEqualTo(file);
        assertThat(calls.offset(where)).as("asked again").isEqualTo(file.length);
    }

    /** Sends a half of what it promises and hangs up. */
    private void cut(String where, int offset, byte[] piece) throws IOException {
        URI base = URI.create(TestBrowser.base());
        try (Socket line = new Socket(base.getHost(), base.getPort())) {
            String cookies = open.browser().cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                    .collect(Collectors.joining("; "));
            OutputStream out = line.getOutputStream();
            out.write(("PATCH " + where + " HTTP/1.1\r\nHost: localhost:" + base.getPort()
                            + "\r\nSec-Fetch-Site: same-origin\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                            + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + piece.length
                            + "\r\nCookie: " + cookies + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(piece, 0, piece.length / 2);
            out.flush();
        }
    }

    @Test
    void a_plain_form_sends_a_photograph_and_gives_it_back_as_a_file_to_keep() throws IOException {
        TestBrowser.Answer sent =
                open.browser().upload(open.question(open.file()) + "/files", "file", InspectionTest.photograph());
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(open.browser()
                        .get(sent.location())
                        .page()
                        .select("a[href*='/files/']")
                        .text())
                .isEqualTo("people.jpg");

        TestBrowser.Answer file = open.browser().get(calls.links().getFirst());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("image/jpeg");
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"people.jpg\"");
        assertThat(file.http().headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(file.http().headers().allValues("Content-Security-Policy"))
                .anyMatch(policy -> policy.contains("sandbox"));
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.body()).doesNotContain("GPS 49.42N");
    }

    @Test
    void what_goes_on_keeps_the_file_and_what_is_removed_is_gone() {
        String address = open.question(open.file());
        open.browser().upload(address + "/files", "file", UploadCalls.pdf(2000));
        String link = calls.links().getFirst();
        assertThat(PaperForm.open(open.browser(), address).press("next").status())
                .isEqualTo(303);
        assertThat(calls.links()).containsExactly(link);

        String id = link.substring(link.lastIndexOf('/') + 1);
        assertThat(open.browser().post(address + "/files/removal", "file", id).status())
                .isEqualTo(303);
        assertThat(open.browser().post(address + "/files/removal", "file", id).status())
                .as("pressed twice")
                .isEqualTo(303);
        assertThat(calls.links()).isEmpty();
        assertThat(open.browser().get(link).status()).isEqualTo(404);
        assertThat(works.count("select count(*) from quiz.upload where attempt_id = :id", open.id()))
                .isZero();
    }

    @Test
    void nobody_else_sends_or_sees_or_removes() {
        open.browser().upload(open.question(open.file()) + "/files", "file", UploadCalls.pdf(2000));
        String link = calls.links().getFirst();
        String where = calls.begin(open.browser(), 5000).location();
        TestBrowser other = TestPeople.learner();

        assertThat(other.get(link).status()).isEqualTo(404);
        assertThat(other.upload(open.question(open.file()) + "/files", "file", UploadCalls.pdf(2000))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(
                                open.question(open.file()) + "/files/removal",
                                "file",
                                link.substring(link.lastIndexOf('/') + 1))
                        .status())
                .isEqualTo(404);
        assertThat(UploadCalls.copy(other)
                        .header("Upload-Length", "10")
                        .send("POST", open.uploads(), BodyPublishers.noBody(), "")
                        .status())
                .isEqualTo(404);
        assertThat(UploadCalls.copy(other)
                        .send("HEAD", where, BodyPublishers.noBody(), "")
                        .status())
                .isEqualTo(404);
        assertThat(new TestBrowser().get(link).status()).isEqualTo(401);
        assertThat(calls.links()).hasSize(1);
    }

    @Test
    void somebody_without_an_account_is_asked_to_register_and_sends_nothing() {
        TestBrowser guest = new TestBrowser();
        WorkFixtures.Open own = works.open(guest, open.course());
        assertThat(guest.get(own.question(own.file())).page().select("input[type=file]"))
                .isEmpty();
        assertThat(guest.upload(own.question(own.file()) + "/files", "file", UploadCalls.pdf(2000))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_file_of_somebody_else_cannot_be_named_as_an_answer() {
        open.browser().upload(open.question(open.file()) + "/files", "file", UploadCalls.pdf(2000));
        String link = calls.links().getFirst();
        WorkFixtures.Open other = works.open(TestPeople.learner(), open.course());
        TestBrowser.Answer saved = other.browser()
                .sendJson(
                        "PUT",
                        "/api/v1/attempts/" + other.id() + "/responses/" + other.file(),
                        java.util.Map.of(
                                "saveId",
                                UUID.randomUUID(),
                                "baseRevision",
                                0,
                                "state",
                                "answered",
                                "answer",
                                java.util.Map.of("files", List.of(link.substring(link.lastIndexOf('/') + 1)))));
        assertThat(saved.status()).isEqualTo(422);
    }

    @Test
    void after_the_submission_nothing_is_taken_or_removed() {
        String address = open.question(open.file());
        open.browser().upload(address + "/files", "file", UploadCalls.pdf(2000));
        String link = calls.links().getFirst();
        open.browser().post("/attempts/" + open.id() + "/submission");
        assertThat(open.browser()
                        .upload(address + "/files", "file", UploadCalls.pdf(2000))
                        .status())
                .isEqualTo(409);
        assertThat(open.browser()
                        .post(address + "/files/removal", "file", link.substring(link.lastIndexOf('/') + 1))
                        .status())
                .isEqualTo(409);
        assertThat(open.browser().get(link).status()).as("still there").isEqualTo(200);
    }
}
