package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a build use the versions of tools that the packed agent half found when its agent started. */
class PackedToolsIT {
    private static final String SHOW =
            "echo \"node=%ecs-delivery.node.version% image=%ecs-delivery.agentImage.version%\"";

    @TempDir
    private Path work;

    @Test
    void showsWhatTheAgentsMachineHasToTheBuild() throws IOException {
        tool("node", "echo v24.21.0");
        Path image = Files.writeString(work.resolve("agent-image.properties"), "agentImage.version=1.0.0\n");

        BuildResult result = run(AgentProperties.bare()
                .withEnvironment(Map.of("PATH", work.toString(), "ECS_DELIVERY_AGENT_IMAGE", image.toString())));

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts()).contains("node=24.21.0 image=1.0.0");
    }

    @Test
    void leavesABuildThatNeedsAToolToOtherAgents() throws IOException {
        tool("node", "echo broken; exit 1");

        BuildResult result = run(AgentProperties.bare().withEnvironment(Map.of("PATH", work.toString())));

        assertThat(result.succeeded()).isFalse();
        assertThat(result.texts()).anyMatch(line -> line.contains("ecs-delivery.node.version"));
    }

    private BuildResult run(AgentProperties agent) {
        try (LocalTeamCity teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), agent)) {
            return teamCity.run(
                            BuildConfiguration.of(
                                    "Tools", Map.of(), List.of(BuildStep.from(ScriptStep.of(SHOW))), work),
                            BuildInputs.of(1, "42", "0".repeat(40)),
                            line -> {})
                    .result();
        }
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(work.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
