package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** A stranger goes from the landing page to a certificate that others can check. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StrangerJourneyTest {

    @Test
    void a_stranger_with_a_phone_learns_and_gets_a_certificate() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/");
            visit.press("main .btn:not(.btn--ghost)");
            assertThat(visit.path()).as("one tap leads into the first lesson").endsWith("/steps/1");
            Walk walk = new Walk(visit, visit.path().split("/")[2], "uk");
            backLosesNothing(visit, walk);
            walk.throughLesson();
            visit.press("main .notice a.btn");
            visit.register("Одарка Приклад " + TestPeople.suffix());
            everythingIsKept(visit);
            walk.throughFurtherLessons();
            passes(visit, walk);
        }
    }

    @Test
    void a_stranger_at_a_desk_learns_in_english_and_gets_a_certificate() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open("/");
            visit.inEnglish();
            visit.press(".nav a[href='/courses']");
            visit.press("main a[href='/courses/internet-safety']");
            visit.press("main .btn:not(.btn--ghost)");
            Walk walk = new Walk(visit, "internet-safety", "en");
            backLosesNothing(visit, walk);
            walk.throughLesson();
            walk.throughFurtherLessons();
            assertThat(walk.types()).containsAll(AnswerSheet.TYPES).contains("rehearsal");
            walk.throughQuiz();
            walk.submit();
            visit.press("main a.btn:not(.btn--ghost)");
            assertThat(visit.heading()).as("a certificate needs a name").isNotBlank();
            visit.press("main .btn:not(.btn--ghost)");
            visit.register("Daryna Pryklad " + Long.toString(System.nanoTime(), 36));
            certificateIsGood(visit);
        }
    }

    private static void backLosesNothing(Visit visit, Walk walk) {
        walk.step();
        walk.step();
        String here = visit.path();
        assertThat(here).endsWith("/steps/3");
        visit.press("main a.btn--ghost");
        assertThat(visit.path()).endsWith("/steps/2");
        visit.press(".nav a[href='/my']");
        visit.press("main .btn:not(.btn--ghost)");
        assertThat(visit.path()).as("resumed where it was left").isEqualTo(here);
        visit.open(here.substring(0, here.indexOf("/steps/")));
        assertThat(visit.path()).as("the lesson opens where it was left").isEqualTo(here);
    }

    private static void everythingIsKept(Visit visit) {
        assertThat(visit.page.locator(".trail .done").count())
                .as("lessons done before the account")
                .isPositive();
        visit.press(".bar a[href='/my']");
        visit.press("main .card.continue .btn");
        while (!visit.path().endsWith("/finish")) {
            new Walk(visit, visit.path().split("/")[2], "uk").step();
        }
    }

    private static void passes(Visit visit, Walk walk) {
        assertThat(visit.path()).endsWith("/quiz");
        walk.throughQuiz();
        assertThat(walk.saved().count()).isEqualTo(1);
        walk.submit();
        assertThat(visit.path()).endsWith("/result");
        visit.press("main a.btn:not(.btn--ghost)");
        certificateIsGood(visit);
    }

    private static void certificateIsGood(Visit visit) {
        assertThat(visit.path()).startsWith("/certificates/");
        String address = visit.path();
        assertThat(visit.heading()).matches(".*(Приклад|Pryklad).*");
        APIResponse pdf =
                visit.ask("GET", visit.page.locator("main a[href$='/pdf']").getAttribute("href"));
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(pdf.body()).hasSizeBetween(20_000, 400_000);
        assertThat(new String(Arrays.copyOf(pdf.body(), 5), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        try (Visit stranger = Visit.on(Screen.PHONE)) {
            assertThat(stranger.open(address).status()).isEqualTo(200);
            assertThat(stranger.page.locator(".notice--good h1").count()).isEqualTo(1);
            assertThat(stranger.ask("GET", address + "/pdf").status())
                    .as("the PDF is the holder’s")
                    .isNotEqualTo(200);
        }
    }
}
