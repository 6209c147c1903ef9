package org.stampwright.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, with its own profile in a folder. */
record Chromium(Path folder, int width, int height) {

    static final File DRIVER = new File("/usr/bin/chromedriver");

    Browser start(Duration deadline) throws IOException {
        return start(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), deadline);
    }

    Browser start(ChromeDriverService service, Duration deadline) throws IOException {
        Files.createDirectories(downloads());
        return new Browser(new ChromeDriver(service, options()), downloads(), deadline);
    }

    private Path downloads() {
        return folder.resolve("downloads");
    }

    private ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + "," + height);
        // Safe browsing saves a JNLP file without asking whether to keep it; a person would choose "keep".
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        downloads().toString(),
                        "plugins.always_open_pdf_externally",
                        true,
                        "safebrowsing.enabled",
                        true));
        // A wait ends after its deadline plus the command in progress; the driver's own limit would be five minutes.
        options.setPageLoadTimeout(Duration.ofMinutes(2));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }
}
