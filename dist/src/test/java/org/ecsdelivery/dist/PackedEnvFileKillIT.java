package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an agent while its build has an env file, and looks what the next one does about it. */
class PackedEnvFileKillIT {
    @TempDir
    private Path work;

    @Test
    void theNextAgentTakesAwayWhatAKilledOneLeftBehind() throws IOException, InterruptedException {
        Path checkout = Files.createDirectories(work.resolve("checkout"));
        killInMidBuild(checkout);
        assertThat(checkout.resolve(".env")).exists();

        BuildStep look = new BuildStep(
                "Look", "simpleRunner", Map.of("use.custom.script", "true", "script.content", "test ! -e .env"));
        try (LocalTeamCity teamCity =
                LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare())) {
            BuildResult next = teamCity.run(
                            BuildConfiguration.of("Next", Map.of(), List.of(look), checkout),
                            BuildInputs.of(2, "2", "0".repeat(40)),
                            LogListener.none())
                    .result();

            assertThat(next.succeeded()).as(String.join("\n", next.texts())).isTrue();
        }
        assertThat(checkout.resolve(".env")).doesNotExist();
    }

    private void killInMidBuild(Path checkout) throws IOException, InterruptedException {
        Path log = work.resolve("killed-agent.log");
        try (WatchService watch = checkout.getFileSystem().newWatchService()) {
            checkout.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process agent = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            AgentToKill.class.getName(),
                            PackedPlugin.zip().toString(),
                            work.resolve("teamcity").toString(),
                            checkout.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            agent.onExit().thenRun(() -> close(watch));
            try {
                assertThat(created(watch)).as(() -> textOf(log)).isTrue();
            } finally {
                agent.destroyForcibly().waitFor();
            }
        }
    }

    /** Waits until the step says that it runs; a watch that is closed means that the agent died before. */
    private static boolean created(WatchService watch) throws InterruptedException {
        try {
            for (WatchKey key = watch.poll(5, TimeUnit.MINUTES); key != null; key = watch.poll(5, TimeUnit.MINUTES)) {
                if (key.pollEvents().stream().map(WatchEvent::context).anyMatch(Path.of(AgentToKill.REACHED)::equals)) {
                    return true;
                }
                key.reset();
            }
        } catch (java.nio.file.ClosedWatchServiceException diedBefore) {
            return false;
        }
        return false;
    }

    private static void close(WatchService watch) {
        try {
            watch.close();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private static String textOf(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException cause) {
            return cause.toString();
        }
    }
}
