package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Builds with the smallest plugin there is. */
abstract class TinyBuilds {
    static final AgentProperties AGENT = AgentProperties.bare()
            .with("docker.server.version", "20.10.24")
            .withEnvironment(Map.of("HOME", "/home/agent"));

    @TempDir
    static Path directory;

    static LocalTeamCity teamCity;

    @BeforeAll
    static void loadTinyPlugin() throws Exception {
        Files.createDirectories(checkout());
        teamCity =
                LocalTeamCity.load(TinyPlugin.write(TinyPlugin.parts(), directory), directory.resolve("data"), AGENT);
    }

    @AfterAll
    static void close() {
        teamCity.close();
    }

    static LocalTeamCity load(AgentProperties agent) throws Exception {
        Path place = Files.createTempDirectory(directory, "other");
        return LocalTeamCity.load(TinyPlugin.write(TinyPlugin.parts(), place), place.resolve("data"), agent);
    }

    static BuildResult run(BuildStep... steps) {
        return teamCity.run(configuration(steps), BuildInputs.of(7, "7", "abc"), LogListener.none())
                .result();
    }

    static BuildConfiguration configuration(BuildStep... steps) {
        return BuildConfiguration.of(
                "Tiny", Map.of("greeting", "hello %system.teamcity.projectName%"), List.of(steps), checkout());
    }

    static Path checkout() {
        return directory.resolve("checkout");
    }

    static BuildStep step(String name, String what, String text) {
        return new BuildStep(name, "tiny", Map.of("do", what, "text", text));
    }

    static int depth(BuildResult result, String text) {
        return line(result, text).depth();
    }

    static LogLine line(BuildResult result, String text) {
        return result.log().stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
