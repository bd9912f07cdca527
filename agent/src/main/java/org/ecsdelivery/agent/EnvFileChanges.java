package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.ValueHashes;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.ecsdelivery.engine.envfile.EnvVariable;

/** What the server half hands over to compare this build with the branch's build before, and what the next one will compare with. */
final class EnvFileChanges {
    private final AgentRunningBuild build;
    private final ArtifactsWatcher artifacts;
    private final Optional<ValueHashes> hashes;
    private final Map<String, Map<String, String>> before;
    private final Map<String, Map<String, String>> now = new ConcurrentHashMap<>();

    EnvFileChanges(AgentRunningBuild build, ArtifactsWatcher artifacts) {
        Map<String, String> parameters = build.getSharedConfigParameters();
        this.build = build;
        this.artifacts = artifacts;
        this.hashes = ValueHashes.under(parameters.getOrDefault(EnvFileHistory.KEY, ""));
        this.before = EnvFileHistory.parse(parameters.getOrDefault(EnvFileHistory.PREVIOUS, ""))
                .map(EnvFileHistory::hashes)
                .orElse(Map.of());
    }

    Map<String, String> before(String path) {
        return before.getOrDefault(path, Map.of());
    }

    /** Notes the values of a file; empty when there is no key to do it with. */
    Map<String, String> note(String path, List<EnvVariable> variables) {
        Map<String, String> noted = hashes.map(known -> known.of(variables)).orElse(Map.of());
        if (hashes.isPresent()) {
            now.put(path, noted);
        }
        return noted;
    }

    /** Publishes it where only the server looks. */
    void publish(StepLog log) {
        if (now.isEmpty()) {
            return;
        }
        Path file = build.getBuildTempDirectory()
                .toPath()
                .resolve("ecs-delivery-env-files")
                .resolve(EnvFileHistory.ARTIFACT.substring(EnvFileHistory.ARTIFACT.lastIndexOf('/') + 1));
        try {
            Files.createDirectories(file.resolveSibling(".").normalize());
            Files.writeString(file, new EnvFileHistory(build.getBuildNumber(), now).text());
            artifacts.addNewArtifactsPath(
                    file + " => " + EnvFileHistory.ARTIFACT.substring(0, EnvFileHistory.ARTIFACT.lastIndexOf('/')));
        } catch (IOException unwritten) {
            log.line(
                    "The next build cannot tell what changed in its env files: " + file + " could not be written: "
                            + unwritten,
                    Status.WARNING);
        }
    }
}
