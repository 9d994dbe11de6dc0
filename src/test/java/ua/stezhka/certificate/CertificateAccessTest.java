package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders.Holder;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestBrowser.Answer;
import ua.stezhka.platform.TestDatabase;

/** Who knows a number sees what the public check shows; all else about it is as if it never was. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertificateAccessTest {
    private static final String NAME = "Марія Таємниченко";

    @Inject
    CertificateHolders holders;

    @Inject
    CertificateReader reader;

    @Inject
    PlatformConfig config;

    private final TestBrowser stranger = new TestBrowser();

    private static String page(CertificateNumber number) {
        return "/certificates/" + number;
    }

    private static String revocation(CertificateNumber number) {
        return "/administration/certificates/" + number + "/revocation";
    }

    /** The number a browser is told of: from where a redirect leads. */
    private static CertificateNumber numberIn(String address) {
        return ((CertificateNumber.Reading.Understood) CertificateNumber.read(address)).number();
    }

    private List<TestBrowser> others() {
        TestBrowser guest = holders.begun(new TestBrowser()).browser();
        assertThat(guest.cookies()).isNotEmpty();
        return List.of(stranger, guest, holders.earned().browser());
    }

    private static List<Answer> asked(TestBrowser browser, CertificateNumber number) {
        return List.of(
                browser.get(page(number) + "/pdf"),
                browser.post(page(number) + "/shown-name", "shown", "full"),
                browser.post(page(number) + "/reissue"));
    }

    private static List<Answer> askedAsAdministrator(TestBrowser browser, CertificateNumber number) {
        return List.of(browser.get(revocation(number)), browser.post(revocation(number), "reason", "mistake"));
    }

    /** All that came back but for the time, the trace and the number that was asked for. */
    private static String told(Answer answer, CertificateNumber number) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.http().headers().map());
        headers.keySet().removeAll(List.of("date", "x-statements"));
        return (answer.status() + "\n" + headers + "\n" + answer.body())
                .replace(number.toString(), "№")
                .replaceAll("<code>[0-9a-f]{16}</code>", "<code></code>");
    }

    @Test
    void to_others_a_certificate_is_as_if_it_never_was() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        CertificateNumber never = CertificateNumber.next(new SecureRandom());
        Certificate before = reader.find(number).orElseThrow();
        for (TestBrowser other : others()) {
            assertThat(asked(other, number)).extracting(Answer::status).containsOnly(404);
            assertThat(asked(other, number))
                    .extracting(answer -> told(answer, number))
                    .isEqualTo(asked(other, never).stream()
                            .map(answer -> told(answer, never))
                            .toList());
            assertThat(askedAsAdministrator(other, number))
                    .extracting(Answer::status)
                    .isSubsetOf(401, 403);
            assertThat(askedAsAdministrator(other, number))
                    .extracting(answer -> told(answer, number))
                    .isEqualTo(askedAsAdministrator(other, never).stream()
                            .map(answer -> told(answer, never))
                            .toList());
        }
        assertThat(reader.find(number)).contains(before);
        assertThat(holder.browser().get(page(number) + "/pdf").status()).isEqualTo(200);
    }

    @Test
    void the_holder_may_not_revoke() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        assertThat(askedAsAdministrator(holder.browser(), number))
                .extracting(Answer::status)
                .containsOnly(403);
        assertThat(reader.find(number).orElseThrow().valid()).isTrue();
    }

    @Test
    void an_administrator_prints_and_reissues_but_does_not_say_what_others_see() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        TestBrowser administrator = TestPeople.administrator();
        Answer pdf = administrator.get(page(number) + "/pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(administrator
                        .post(page(number) + "/shown-name", "shown", "full")
                        .status())
                .isEqualTo(404);
        assertThat(administrator.get(page(number)).page().select("form[method=post][action^=/certificates]"))
                .isEmpty();
        holder.rename("Оксана Правильна");
        assertThat(administrator.post(page(number) + "/reissue").location()).isEqualTo(page(holders.number(holder)));
    }

    @Test
    void the_public_check_tells_of_a_person_only_what_the_holder_lets_others_see() {
        String login = "vhid-" + TestPeople.suffix();
        String email = "skrynka-" + Long.toString(System.nanoTime(), 36) + "@example.com";
        TestBrowser browser = new TestBrowser();
        browser.post(
                "/registration", "name", NAME, "loginName", login, "password", TestPeople.PASSWORD, "email", email);
        Holder holder = holders.earned(browser);
        CertificateNumber number = holders.number(holder);
        for (TestBrowser other : others()) {
            Answer check = other.get(page(number));
            assertThat(check.status()).isEqualTo(200);
            assertThat(check.page().select("main").text()).contains("Марія Т.").contains("Сертифікат дійсний");
            assertThat(check.body())
                    .doesNotContain("Таємниченко")
                    .doesNotContain(login)
                    .doesNotContain(email)
                    .doesNotContain(holder.learner().personId().toString())
                    .doesNotContain(holder.learner().actorId().toString())
                    .doesNotContain(holder.enrolmentId().toString())
                    .doesNotContain("/pdf");
        }
        browser.post(page(number) + "/shown-name", "shown", "full");
        assertThat(stranger.get(page(number)).body()).contains(NAME).doesNotContain(login, email);
        browser.post(page(number) + "/shown-name", "shown", "none");
        assertThat(stranger.get(page(number)).body()).doesNotContain("Марія").doesNotContain("Таємниченко");
        assertThat(browser.get(page(number)).body()).contains(NAME);
    }

    @Test
    void a_typed_number_leads_to_the_check_and_an_unknown_one_says_so() {
        CertificateNumber number = holders.number(holders.earned());
        assertThat(stranger.get("/certificates?number=" + number.value().toLowerCase())
                        .location())
                .isEqualTo(page(number));
        Answer unknown = stranger.get("/certificates?number=" + CertificateNumber.next(new SecureRandom()));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.page().select("#number-error").text()).startsWith("Такого сертифіката немає");
    }

    @Test
    void after_a_correction_the_holder_is_led_to_the_new_certificate_and_others_only_learn_of_the_change() {
        TestBrowser browser = TestPeople.register(NAME + " " + TestPeople.suffix());
        Holder holder = holders.earned(browser);
        CertificateNumber old = holders.number(holder);
        String reissue = page(old) + "/reissue";
        assertThat(browser.get(page(old)).body()).doesNotContain(reissue);
        holder.rename("Марія Правильна");
        assertThat(browser.get(page(old)).page().select("form[action=" + reissue + "]"))
                .hasSize(1);
        String fresh = browser.post(reissue).location();
        assertThat(browser.post(reissue).location()).as("a second press").isEqualTo(fresh);
        assertThat(numberIn(fresh)).isEqualTo(holders.number(holder)).isNotEqualTo(old);
        assertThat(browser.get(page(old)).page().select("main a[href=" + fresh + "]"))
                .hasSize(1);
        assertThat(browser.get(page(old) + "/pdf").status()).isEqualTo(409);
        assertThat(browser.get(fresh).page().select(".cert-name").text()).isEqualTo("Марія Правильна");
        assertThat(browser.get(fresh + "/pdf").status()).isEqualTo(200);
        assertThat(browser.get("/courses/" + holder.revision().slug() + "/certificate")
                        .location())
                .isEqualTo(fresh);
        Answer check = stranger.get(page(old));
        assertThat(check.page().select("main").text())
                .contains("Сертифікат замінено новим")
                .contains("виправлено ім’я");
        assertThat(check.body())
                .doesNotContain("Марія")
                .doesNotContain(numberIn(fresh).toString());
        assertThat(stranger.get(fresh).page().select("main").text()).contains("Марія П.");
    }

    @Test
    void a_revoked_certificate_says_when_and_why_and_has_no_pdf() {
        Holder holder = holders.earned(TestPeople.register(NAME + " " + TestPeople.suffix()));
        CertificateNumber number = holders.number(holder);
        TestBrowser administrator = TestPeople.administrator();
        assertThat(administrator.post(revocation(number)).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(administrator.post(revocation(number), "reason", "name").status())
                .as("a reason that only a reissue gives")
                .isEqualTo(422);
        for (String reason : List.of("request", "mistake")) {
            assertThat(administrator.post(revocation(number), "reason", reason).location())
                    .isEqualTo(page(number));
        }
        String day = Dates.longDate(reader.find(number).orElseThrow().revokedAt(), config.zone(), Languages.UK);
        for (TestBrowser anybody : List.of(stranger, holder.browser(), administrator)) {
            assertThat(anybody.get(page(number)).page().select("main").text())
                    .contains("Сертифікат відкликано")
                    .contains("Не діє з такого дня: " + day)
                    .contains("Причина: на прохання людини")
                    .doesNotContain("Марія");
        }
        assertThat(holder.browser().get(page(number) + "/pdf").status()).isEqualTo(409);
        assertThat(administrator.get(page(number) + "/pdf").status()).isEqualTo(409);
        assertThat(stranger.get(page(number) + "/pdf").status()).isEqualTo(404);
        assertThat(holder.browser().post(page(number) + "/reissue").status()).isEqualTo(409);
    }

    @Test
    void the_course_of_a_revoked_certificate_leads_to_it_and_not_to_a_list_of_nothing() {
        Holder holder = holders.earned();
        CertificateNumber number = holders.number(holder);
        TestPeople.administrator().post(revocation(number), "reason", "mistake");
        assertThat(holder.browser()
                        .get("/courses/" + holder.revision().slug() + "/certificate")
                        .location())
                .isEqualTo(page(number));
    }

    /** From an address of its own: the server counts by address, and the other tests come from the usual one. */
    @Test
    void after_thirty_unknown_numbers_the_address_has_to_wait_but_the_holder_sees_their_own() throws Exception {
        Holder holder = holders.earned();
        CertificateNumber own = holders.number(holder);
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            for (int i = 0; i < 30; i++) {
                assertThat(ask(client, CertificateNumber.next(new SecureRandom()))
                                .statusCode())
                        .isEqualTo(404);
            }
            HttpResponse<String> refused = ask(client, CertificateNumber.next(new SecureRandom()));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 600L);
            assertThat(ask(client, own).statusCode()).as("a stranger").isEqualTo(429);
            assertThat(ask(client, own, holder.browser().cookies()).statusCode())
                    .as("the holder")
                    .isEqualTo(200);
        }
        assertThat(stranger.get(page(holders.number(holders.earned()))).status())
                .as("from elsewhere")
                .isEqualTo(200);
    }

    private static HttpResponse<String> ask(HttpClient client, CertificateNumber number) throws Exception {
        return ask(client, number, Map.of());
    }

    private static HttpResponse<String> ask(HttpClient client, CertificateNumber number, Map<String, String> cookies)
            throws Exception {
        URI here = URI.create(TestBrowser.base().replace("localhost", "127.0.0.1") + page(number));
        HttpRequest.Builder request = HttpRequest.newBuilder(here);
        cookies.forEach((name, value) -> request.header("Cookie", name + '=' + value));
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
