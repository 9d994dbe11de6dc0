package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;

/** What one stranger saw is for strangers alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StrangerPagesTest {
    private static final String PAGE = "/courses/internet-safety";

    private static String header(TestBrowser browser) {
        TestBrowser.Answer answer = browser.get(PAGE);
        assertThat(answer.status()).isEqualTo(200);
        return answer.page().select("header").text();
    }

    @Inject
    StrangerPages strangers;

    @Test
    void every_kind_of_page_that_says_so_is_remembered() {
        for (String path : List.of("/", "/sign-in?next=/" + TestPeople.suffix(), "/about", "/help", "/courses", PAGE)) {
            String address = path.replaceAll("[^\\x21-\\x7e]", "x");
            new TestBrowser().get(address);
            assertThat(ClientProxy.unwrap(strangers).pages.asMap().keySet())
                    .as(address)
                    .anyMatch(key -> key.path().equals(address));
        }
    }

    @Test
    void who_is_known_never_gets_the_page_of_a_stranger() {
        String name = "Мар’яна Приклад " + TestPeople.suffix();
        TestBrowser known = TestPeople.register(name);
        assertThat(header(new TestBrowser())).contains("Увійти");
        assertThat(header(known)).contains(name).doesNotContain("Увійти");
        assertThat(header(new TestBrowser())).contains("Увійти").doesNotContain(name);
    }

    @Test
    void a_guest_finds_the_own_progress_not_the_empty_page() {
        TestBrowser guest = new TestBrowser();
        assertThat(header(guest)).doesNotContain("Моє навчання");
        guest.post(PAGE + "/lessons/bank-call/steps/1/completion");
        assertThat(header(guest)).contains("Моє навчання");
        assertThat(guest.get(PAGE).page().select("main a.btn").text()).contains("Продовжити");
    }

    /** HTTP/2 sends each cookie in a header field of its own. */
    @Test
    void cookies_in_several_fields_are_all_read() throws IOException {
        String name = "Роксолана Приклад " + TestPeople.suffix();
        String comfort = Comfort.COOKIE + "=text=125";
        StringBuilder request =
                new StringBuilder("GET " + PAGE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        request.append("Cookie: ").append(comfort).append("\r\n");
        TestPeople.register(name).cookies().forEach((key, value) -> request.append("Cookie: ")
                .append(key)
                .append('=')
                .append(value)
                .append("\r\n"));
        String page = send(request.append("\r\n").toString());
        assertThat(page).contains(name);
        assertThat(header(new TestBrowser().cookie(Comfort.COOKIE, "text=125")))
                .contains("Увійти")
                .doesNotContain(name);
    }

    /** Sends a request as it is; ordinary clients would join its fields. */
    private static String send(String request) throws IOException {
        URI base = URI.create(TestBrowser.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void strangers_with_other_comfort_see_their_own() {
        TestBrowser english = new TestBrowser().cookie(Comfort.COOKIE, "lang=en");
        TestBrowser dark = new TestBrowser().cookie(Comfort.COOKIE, "theme=dark");
        assertThat(header(new TestBrowser())).contains("Увійти");
        assertThat(header(english)).contains("Sign in");
        assertThat(dark.get(PAGE).page().select("html").attr("data-theme")).isEqualTo("dark");
        assertThat(header(new TestBrowser())).contains("Увійти");
    }

    @Test
    void a_page_from_memory_has_the_same_headers_and_letters() {
        TestBrowser.Answer first = new TestBrowser().get("/");
        TestBrowser.Answer second = new TestBrowser().get("/");
        assertThat(second.body()).isEqualTo(first.body());
        for (String name :
                new String[] {"Content-Type", "Content-Security-Policy", "Cache-Control", "X-Content-Type-Options"}) {
            assertThat(second.header(name)).as(name).isEqualTo(first.header(name));
        }
    }
}
