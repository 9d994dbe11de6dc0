package ua.stezhka.quiz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import ua.stezhka.platform.TestBrowser;

/** Sends files to a question of an attempt, as our script does. */
record UploadCalls(WorkFixtures.Open open) {
    static byte[] pdf(int size) {
        byte[] file = new byte[size];
        new Random(7).nextBytes(file);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    static TestBrowser copy(TestBrowser browser) {
        TestBrowser copy = new TestBrowser();
        browser.cookies().forEach(copy::cookie);
        return copy.header("Tus-Resumable", "1.0.0");
    }

    TestBrowser.Answer begin(TestBrowser browser, long size) {
        return copy(browser)
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", "filename 0JfQstGW0YIucGRm")
                .send("POST", open.uploads(), BodyPublishers.noBody(), "");
    }

    TestBrowser.Answer piece(String where, long offset, byte[] bytes) {
        return copy(open.browser())
                .header("Upload-Offset", Long.toString(offset))
                .send("PATCH", where, BodyPublishers.ofByteArray(bytes), "application/offset+octet-stream");
    }

    long offset(String where) {
        return Long.parseLong(copy(open.browser())
                .send("HEAD", where, BodyPublishers.noBody(), "")
                .header("Upload-Offset"));
    }

    byte[] download(TestBrowser browser, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestBrowser.base() + path))
                .header(
                        "Cookie",
                        browser.cookies().entrySet().stream()
                                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<String> links() {
        return open.browser().get(open.question(open.file())).page().select("a[href*='/files/']").stream()
                .map(link -> link.attr("href"))
                .toList();
    }
}
