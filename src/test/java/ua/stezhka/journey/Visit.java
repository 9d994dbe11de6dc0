package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;

/**
 * One person at one screen. Watches all the while: a message of an error, a report of a broken policy, a request to another
 * host or a page that does not look as every page should is a fault, told at the end.
 */
final class Visit implements AutoCloseable {
    private static final double PATIENCE = 60_000;

    private final BrowserContext context;
    private final Set<String> faults = new java.util.LinkedHashSet<>();
    private final Set<String> answeredWithProblem = new HashSet<>();
    private final Set<Integer> expected = new HashSet<>(Set.of(409));
    private boolean cutOff;
    Page page;

    private Visit(Browser browser, Browser.NewContextOptions options) {
        this(browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE).setLocale("uk-UA")));
    }

    private Visit(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        context.onRequest(this::watch);
        context.onResponse(this::watch);
        context.onConsoleMessage(this::watch);
        context.onWebError(error -> faults.add("script failed: " + error.error()));
        page = context.newPage();
    }

    static Visit on(Screen screen) {
        return with(Chromium.shared(), screen);
    }

    static Visit with(Browser browser, Screen screen) {
        return new Visit(browser, options(screen));
    }

    static Visit withoutScript(Screen screen) {
        return new Visit(Chromium.shared(), options(screen).setJavaScriptEnabled(false));
    }

    /** At a browser that keeps what it keeps in a folder, as the browsers of people do. */
    static Visit in(BrowserContext context) {
        return new Visit(context);
    }

    private static Browser.NewContextOptions options(Screen screen) {
        return new Browser.NewContextOptions().setViewportSize(screen.width, screen.height);
    }

    BrowserContext context() {
        return context;
    }

    /** Opens an address of the product. */
    Response open(String path) {
        Response response = page.navigate(TestBrowser.base() + path);
        look();
        return response;
    }

    /** Presses what leads to another page, and waits until it is there. */
    void press(String what) {
        press(page.locator(what));
    }

    void press(Locator what) {
        leave(what::click);
    }

    /** Does what leads to another page, and waits until it is there. */
    void leave(Runnable act) {
        page.evaluate("() => { window.left = true }");
        act.run();
        // Without scripts nothing is asked twice, so the second part waits for the event.
        page.waitForFunction("() => !window.left");
        page.waitForLoadState();
        look();
    }

    /** Waits until what the page promises is this value. The driver’s own waiting takes any promise for a yes. */
    void until(String promised, String value) {
        Object came = page.evaluate("""
                async () => {
                    const end = Date.now() + 20000;
                    while (await (%s)() !== %s) {
                        if (Date.now() > end) return false;
                        await new Promise(requestAnimationFrame);
                    }
                    return true;
                }""".formatted(promised, value));
        assertThat(came).as(promised + " is " + value).isEqualTo(true);
    }

    String path() {
        return page.url().substring(TestBrowser.base().length());
    }

    String heading() {
        return AnswerSheet.plain(page.locator("h1").textContent());
    }

    void signIn(String name) {
        open("/sign-in");
        page.locator("#login").fill(name);
        page.locator("#password").fill(TestPeople.PASSWORD);
        press("main form .btn:not(.btn--ghost)");
    }

    /** Gets an account on the page of registration. */
    void register(String name) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(TestPeople.PASSWORD);
        press("main form .btn:not(.btn--ghost)");
    }

    void inEnglish() {
        press(".lang button[value=en]");
    }

    /** Cuts the network, or gives it back; what fails meanwhile is no fault. */
    void cut(boolean off) {
        cutOff |= off;
        context.setOffline(off);
    }

    /** Lets nothing through to these addresses, or again; what fails meanwhile is no fault. */
    void block(String addresses, boolean off) {
        cutOff |= off;
        if (off) {
            context.route(addresses, route -> route.abort());
        } else {
            context.unroute(addresses);
        }
    }

    /** Programs of the page may be answered so without a fault. */
    void expect(int status) {
        expected.add(status);
    }

    /** Asks the interface for programs, as this person. */
    APIResponse ask(String method, String path) {
        return context.request()
                .fetch(
                        TestBrowser.base() + path,
                        RequestOptions.create().setMethod(method).setHeader("Sec-Fetch-Site", "same-origin"));
    }

    Page another() {
        return context.newPage();
    }

    void look() {
        Look.atOnce(page).forEach(fault -> faults.add(path() + ": " + fault));
    }

    void blame(List<String> found) {
        faults.addAll(found);
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).isEmpty();
    }

    private void watch(Request request) {
        if (!request.url().startsWith(TestBrowser.base())
                && !request.url().matches("(?s)(data|blob|chrome-error):.*")) {
            faults.add("request to " + request.url());
        }
        if (request.url().endsWith("/policy-reports")) {
            faults.add("policy broken: " + request.postData());
        }
    }

    private void watch(Response response) {
        // The service worker asks for pages on behalf of the browser.
        boolean page = response.request().isNavigationRequest()
                || response.request().headers().containsKey("upgrade-insecure-requests");
        boolean told = page || expected.contains(response.status());
        if (response.status() >= 400 && told && response.status() != 500) {
            answeredWithProblem.add(response.url());
        } else if (response.status() >= 400) {
            faults.add(response.status() + " " + response.url());
        }
    }

    private void watch(ConsoleMessage message) {
        boolean expected = answeredWithProblem.stream().anyMatch(message.location()::startsWith)
                || cutOff && message.text().contains("net::ERR");
        if (Set.of("error", "warning").contains(message.type()) && !expected) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }
}
