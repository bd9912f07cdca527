package org.ecsdelivery.sandbox.chromium;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium and its driver on this machine: found on the path, never downloaded.
 *
 * @param path the directories to look in
 */
public record Chromium(List<Path> path) {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** Returns what the PATH of this process leads to. */
    public static Chromium ofEnvironment() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new Chromium(
                Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList());
    }

    /** Returns the browser, if there is one. */
    public Optional<Path> browser() {
        return BROWSERS.stream().flatMap(this::find).findFirst();
    }

    /** Returns the driver, if there is one. */
    public Optional<Path> driver() {
        return find("chromedriver").findFirst();
    }

    /** Says what is missing; empty when nothing is. */
    Optional<String> problem() {
        if (browser().isEmpty()) {
            return Optional.of("No Chromium on the PATH (" + String.join(", ", BROWSERS)
                    + "). Install Debian's packages chromium and chromium-driver.");
        }
        return driver().isPresent()
                ? Optional.empty()
                : Optional.of("No chromedriver on the PATH. Install Debian's package chromium-driver.");
    }

    private Stream<Path> find(String program) {
        return path.stream().map(directory -> directory.resolve(program)).filter(Files::isExecutable);
    }
}
