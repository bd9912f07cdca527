package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A command line whose apply asks a stand-in for a server; whatever it says, it never says the token. */
abstract class ApplyFixture {
    static final String TOKEN = VersionedSettingsServer.TOKEN;
    static final String COMMIT = "97b7416c5ffce05d103336f9d5b50c9eccaa93bf";
    static final String OLD =
            "type=\"info\" timestamp=\"Sat Nov 21 10:00:00 UTC 2026\" message=\"" + applied("0a1b2c3d") + "\"";
    static final String NEW =
            "type=\"info\" timestamp=\"Sat Nov 21 10:05:00 UTC 2026\" message=\"" + applied(COMMIT) + "\"";
    static final String LOADING =
            "type=\"info\" timestamp=\"Sat Nov 21 10:04:00 UTC 2026\" message=\"Loading project settings from VCS...\"";

    @TempDir
    Path checkout;

    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("TEAMCITY_TOKEN", TOKEN);
    Settings settings = Settings.of(Project.of("Shop"));
    VersionedSettingsServer server;

    @BeforeEach
    void setUp() throws IOException {
        server = new VersionedSettingsServer();
    }

    @AfterEach
    void tearDown() {
        server.close();
        assertThat(found() + wrong()).doesNotContain(TOKEN);
    }

    static String applied(String revision) {
        return "Changes from VCS are applied to project settings, last change &apos;Pack it, see revision abcdef0&apos;, revision "
                + revision + ", time spent: 2s,104ms";
    }

    final Outcome apply(String... options) {
        List<String> words = new ArrayList<>(List.of("apply", "--server", server.address()));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    final Outcome run(String... words) {
        found.reset();
        wrong.reset();
        return CommandLine.of(() -> settings)
                .in(checkout)
                .printingTo(
                        new PrintStream(found, true, StandardCharsets.UTF_8),
                        new PrintStream(wrong, true, StandardCharsets.UTF_8))
                .on(new QuickMachine(environment))
                .run(words);
    }

    final String found() {
        return found.toString(StandardCharsets.UTF_8);
    }

    final String wrong() {
        return wrong.toString(StandardCharsets.UTF_8);
    }
}
