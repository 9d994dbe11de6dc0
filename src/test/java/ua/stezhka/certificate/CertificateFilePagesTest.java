package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders.Holder;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestBrowser.Answer;
import ua.stezhka.platform.TestDatabase;

/** Whoever has the file of a certificate learns whether it is genuine, and nothing that the number would not tell. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertificateFilePagesTest {
    private static final String NAME = "Дарина Файлова";

    @Inject
    CertificateHolders holders;

    private final TestBrowser stranger = new TestBrowser();

    private byte[] file(CertificateNumber number) {
        return holders.file(number.toString());
    }

    private static Answer sent(TestBrowser browser, byte[] file) {
        return browser.upload("/certificates/file", "file", file);
    }

    private static void assertRefused(Answer answer, String beginning) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#file-error").text()).startsWith(beginning);
        assertThat(answer.page().select("[data-errors] a[href=#file]").text()).startsWith(beginning);
    }

    @Test
    void a_file_from_us_leads_to_what_the_number_tells_in_two_statements() {
        Holder holder = holders.earned(TestPeople.register(NAME + " " + TestPeople.suffix()));
        CertificateNumber number = holders.number(holder);
        byte[] file = file(number);
        Answer found = sent(stranger, file);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.page().select("main").text())
                .contains("Сертифікат дійсний")
                .contains("Файл справжній і не змінений.")
                .contains("Дарина")
                .contains(number.toString());
        assertThat(found.body()).doesNotContain("Файлова").doesNotContain("/pdf");
        assertThat(found.statements()).isLessThanOrEqualTo(2);
        assertThat(found.header("Cache-Control")).contains("no-store");
        assertThat(sent(holder.browser(), file).page().select("main").text())
                .contains("Файл справжній і не змінений.")
                .doesNotContain("Файлова");
        assertThat(stranger.get("/certificates/" + number).body()).doesNotContain("Файл справжній");
    }

    @Test
    void the_file_that_the_holder_downloads_is_genuine_in_both_languages_and_again() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        for (String language : new String[] {"uk", "en", "uk"}) {
            byte[] file = download(holder.browser(), "/certificates/" + number + "/pdf?lang=" + language);
            assertThat(sent(stranger, file).page().select("main").text())
                    .contains("Файл справжній")
                    .contains(number.toString());
        }
    }

    @Test
    void a_genuine_file_of_a_revoked_or_replaced_certificate_says_that_it_is_over() {
        Holder revoked = holders.earned();
        CertificateNumber number = holders.number(revoked);
        byte[] file = file(number);
        TestPeople.administrator().post("/administration/certificates/" + number + "/revocation", "reason", "mistake");
        assertThat(sent(stranger, file).page().select("main").text())
                .contains("Сертифікат відкликано")
                .contains("Сам файл справжній і не змінений, але сертифікат уже не діє.")
                .doesNotContain("дійсний");
        Holder renamed = holders.earned(TestPeople.register(NAME + " " + TestPeople.suffix()));
        CertificateNumber old = holders.number(renamed);
        byte[] before = file(old);
        renamed.rename("Дарина Правильна");
        renamed.browser().post("/certificates/" + old + "/reissue");
        Answer replaced = sent(stranger, before);
        assertThat(replaced.page().select("main").text())
                .contains("Сертифікат замінено новим")
                .contains("Сам файл справжній");
        CertificateNumber fresh = holders.number(renamed);
        assertThat(replaced.body()).doesNotContain(fresh.toString()).doesNotContain("Правильна");
        assertThat(sent(stranger, file(fresh)).page().select("main").text()).contains("Сертифікат дійсний");
    }

    @Test
    void a_changed_file_something_else_and_nothing_are_refused_kindly() {
        byte[] file = file(holders.number(holders.earned()));
        byte[] changed = file.clone();
        changed[file.length / 3] ^= 1;
        assertRefused(sent(stranger, changed), "Цей файл змінювали");
        assertRefused(sent(stranger, "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)), "У цьому файлі немає");
        assertRefused(sent(stranger, "a photograph".getBytes(StandardCharsets.US_ASCII)), "Це не файл PDF");
        assertRefused(sent(stranger, new byte[0]), "Виберіть файл");
        assertRefused(sent(stranger, Arrays.copyOf(file, (2 << 20) + 1)), "Файл завеликий");
        assertRefused(stranger.upload("/certificates/file", "other", file), "Виберіть файл");
        assertThat(stranger.get("/certificates/file").location()).isEqualTo("/certificates");
    }

    @Test
    void a_form_of_another_site_is_refused() {
        TestBrowser lured = new TestBrowser().header("Sec-Fetch-Site", "cross-site");
        assertThat(sent(lured, new byte[] {1}).status()).isEqualTo(403);
    }

    /** From an address of its own: the server counts by address. */
    @Test
    void after_thirty_files_that_are_not_ours_the_address_has_to_wait() throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.3"))
                .build()) {
            for (int i = 0; i < 30; i++) {
                assertThat(ask(client, "no certificate").statusCode()).isEqualTo(422);
                assertThat(ask(client, "%PDF-1.7 nothing").statusCode()).isEqualTo(422);
            }
            HttpResponse<String> refused = ask(client, "%PDF-1.7 nothing");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 600L);
        }
    }

    private static HttpResponse<String> ask(HttpClient client, String file) throws Exception {
        String here = TestBrowser.base().replace("localhost", "127.0.0.1");
        return client.send(
                HttpRequest.newBuilder(URI.create(here + "/certificates/file"))
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(
                                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                                        + file + "\r\n--b--\r\n"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] download(TestBrowser browser, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestBrowser.base() + path));
            browser.cookies().forEach((name, value) -> request.header("Cookie", name + '=' + value));
            return client.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
