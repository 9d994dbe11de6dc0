package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;

/** The look at a page sees what is wrong with it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LookTest {
    private static final String BAD = """
            <!doctype html><html lang="en"><head><title>Nothing</title></head><body>
            <main><h1>One</h1><h1>Two</h1><p style="color: #ccc; background: #fff">Привіт</p>
            <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="width: 900px">wide</p>
            <button class="btn">a</button><button class="btn">b</button><small style="font-size: 10px">small</small></main>
            </body></html>
            """;

    @Test
    void a_bad_page_is_seen_to_be_bad() {
        try (BrowserContext context = Chromium.shared().newContext()) {
            Page page = context.newPage();
            page.setContent(BAD);
            assertThat(String.join("\n", Look.atOnce(page)))
                    .contains("2 headings h1", "main actions: a | b", "not English: Привіт", "the title says no page");
            assertThat(String.join("\n", Look.closely(page, "bad")))
                    .contains("image-alt", "color-contrast", "scrolls sideways", "small text", "small target")
                    .contains("bad, contrast, 1280: color-contrast");
        }
    }
}
