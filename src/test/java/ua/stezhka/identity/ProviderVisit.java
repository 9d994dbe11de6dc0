package ua.stezhka.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import ua.stezhka.platform.TestBrowser;

/** One browser at the provider’s own pages: it fills in the forms as they stand there and keeps its cookies. */
final class ProviderVisit {
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private int askedForName;
    private boolean agrees = true;

    /** Somebody in a browser of their own signs in and agrees. @return where the provider sends the browser, within this site */
    static String recognise(String door, String person) {
        return new ProviderVisit().go(door, person);
    }

    /** Whoever sits here does not agree that the provider tells who they are. */
    ProviderVisit refusing() {
        agrees = false;
        return this;
    }

    /** How often the provider asked for name and password. */
    int askedForName() {
        return askedForName;
    }

    /** Goes to the provider as this person, through all of its pages. @return where it sends the browser, within this site */
    String go(String door, String person) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(door)));
        while (true) {
            String location = answer.headers().firstValue("Location").orElse("");
            if (location.startsWith(TestBrowser.base() + '/')) {
                return location.substring(TestBrowser.base().length());
            }
            answer = location.isEmpty()
                    ? fillIn(Jsoup.parse(answer.body(), answer.uri().toString()), person)
                    : send(HttpRequest.newBuilder(answer.uri().resolve(location)));
        }
    }

    private HttpResponse<String> fillIn(Document page, String person) {
        FormElement form = page.forms().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("the provider shows no form: " + page.text()));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Connection.KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        if (fields.containsKey("username")) {
            assertThat(page.select(".alert-danger, [role=alert]").text()).isEmpty();
            askedForName++;
            fields.put("username", person);
            fields.put("password", VouchingServices.PASSWORD);
        } else if (agrees) {
            form.select("input[name=scope]").forEach(each -> fields.put("scope", each.val()));
        }
        return send(HttpRequest.newBuilder(
                        URI.create(form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(ProviderLine.encode(fields))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
