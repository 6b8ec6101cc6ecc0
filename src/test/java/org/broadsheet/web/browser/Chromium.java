package org.broadsheet.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One real Chromium for the whole test run, the one that the machine has; none is downloaded. */
final class Chromium {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static @Nullable Browser browser;

    private Chromium() {}

    /** Skips the test that asks where there is none. */
    static synchronized Browser browser() {
        Optional<Path> place = Stream.concat(
                        Optional.ofNullable(System.getenv("BROADSHEET_CHROMIUM")).stream(), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                place.isPresent(),
                "Browser tests are skipped: there is no Chromium at " + PLACES
                        + " and BROADSHEET_CHROMIUM names none.");
        if (browser == null) {
            browser = start(place.orElseThrow());
        }
        return browser;
    }

    private static Browser start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }
}
