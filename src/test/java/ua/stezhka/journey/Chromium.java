package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of all journeys: found on the machine, started at its first use, ended together with the tests. Where there is
 * one without windows, it is preferred: the same pages by the same engine take half the processor. Those that keep their things
 * in a folder, and bring back what was open, have windows.
 */
final class Chromium {
    private static final String WITHOUT_WINDOWS = "chromium-headless-shell";
    private static final List<String> WITH_WINDOWS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long what a test expects may take to come; on a machine with much to do five seconds are soon over. */
    private static final double PATIENCE = 20_000;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser shared;

    private Chromium() {}

    static synchronized Browser shared() {
        Browser browser = shared;
        if (browser == null || !browser.isConnected()) {
            browser = another();
            shared = browser;
        }
        return browser;
    }

    /** A browser of its own, for those who want to kill it. */
    static synchronized Browser another() {
        return driver().chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program(WITHOUT_WINDOWS))
                        .setArgs(ARGUMENTS));
    }

    /** A browser of its own that keeps its things in this folder: cookies, storage, caches. */
    static synchronized BrowserContext keeping(Path folder, String... more) {
        return driver().chromium()
                .launchPersistentContext(
                        folder,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(program())
                                .setArgs(Stream.concat(ARGUMENTS.stream(), Stream.of(more))
                                        .toList())
                                .setViewportSize(Screen.DESKTOP.width, Screen.DESKTOP.height)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("uk-UA"));
    }

    /** Ends the browser of this folder as the loss of light does. */
    static void kill(Path folder) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.equals("--user-data-dir=" + folder)))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
        hearOut();
    }

    /** What the driver has to say yet of a browser that was killed is said here, and not to whoever asks for something next. */
    private static void hearOut() {
        for (int tries = 0; tries < 5; tries++) {
            try {
                driver().request().newContext().dispose();
                return;
            } catch (PlaywrightException late) {
                assertThat(late).hasMessageContaining("closed");
            }
        }
    }

    private static Playwright driver() {
        Playwright driver = playwright;
        if (driver == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            driver = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = driver;
        }
        return driver;
    }

    /** The first that is there, of these and of those that everybody has. */
    private static Path program(String... preferred) {
        String told = System.getenv("CHROMIUM");
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        List<Path> folders =
                Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
        return Stream.concat(Stream.of(preferred), WITH_WINDOWS.stream())
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium or Chrome: install one, or name it in CHROMIUM"));
    }
}
