package ua.stezhka.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one browser of all journeys: found on the machine, started at its first use, ended together with the tests. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

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
                .launch(new LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
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
    }

    private static Playwright driver() {
        Playwright driver = playwright;
        if (driver == null) {
            driver = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = driver;
        }
        return driver;
    }

    private static Path program() {
        String told = System.getenv("CHROMIUM");
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        List<Path> folders =
                Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium or Chrome: install one, or name it in CHROMIUM"));
    }
}
