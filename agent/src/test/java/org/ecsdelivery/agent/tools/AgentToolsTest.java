package org.ecsdelivery.agent.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.BuildAgent;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.util.EventDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tools are scripts here. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its tools are shell scripts")
class AgentToolsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path directory;

    private final EventDispatcher<AgentLifeCycleListener> events = EventDispatcher.create(AgentLifeCycleListener.class);
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void showsTheVersionOfEachToolOnTheMachine() throws IOException {
        tool(
                "ffmpeg",
                "echo 'ffmpeg version 7.1.5-0+deb13u1 Copyright (c) 2000-2026 the FFmpeg developers'; echo built");
        tool("node", "echo v24.21.0");
        tool("aws", "echo aws-cli/2.36.28 Python/3.14.1 Linux/6.1 exe/x86_64.debian.13");
        tool("docker", "[ \"$*\" = 'buildx version' ] && echo github.com/docker/buildx v0.13.1 788433953af1");

        assertThat(shown())
                .containsOnly(
                        Map.entry("ecs-delivery.ffmpeg.version", "7.1.5-0+deb13u1"),
                        Map.entry("ecs-delivery.node.version", "24.21.0"),
                        Map.entry("ecs-delivery.aws.version", "2.36.28"),
                        Map.entry("ecs-delivery.buildx.version", "0.13.1"));
    }

    @Test
    void showsNothingOnAMachineWithoutTools() {
        assertThat(shown()).isEmpty();
    }

    @Test
    void readsTheVersionThatDebianGivesToBuildx() {
        assertThat(Tool.BUILDX.version("github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3\n"))
                .contains("0.13.1+ds1");
    }

    @Test
    void readsTheVersionOfAnFfmpegBuiltFromItsRepositoryAsNone() {
        assertThat(Tool.FFMPEG.version("ffmpeg version N-118000-gabcdef Copyright (c) 2000-2026"))
                .isEmpty();
    }

    @Test
    void doesNotShowAToolThatFails() throws IOException {
        tool("node", "echo v24.21.0; exit 1");

        assertThat(shown()).isEmpty();
    }

    @Test
    void doesNotShowWhatIsNoVersion() throws IOException {
        tool("node", "echo \"v<script>alert('24')</script>\"");
        tool("aws", "head -c 100000000 /dev/zero | tr '\\0' 'a'");

        assertThat(new ToolVersions(environment, SHORT).found()).isEmpty();
    }

    @Test
    void endsAToolThatHangsWithEverythingItStarted() throws IOException {
        tool("node", "sleep 1000 & exec sleep 1000");

        assertThat(new ToolVersions(environment, SHORT).found()).isEmpty();
        assertThat(processesOf("sleep 1000"))
                .allMatch(process -> process.onExit().join() != null);
    }

    @Test
    void doesNotShowAFileThatIsNoProgram() throws IOException {
        Files.write(directory.resolve("node"), new byte[] {0, 1, 2, 3});
        assertThat(directory.resolve("node").toFile().setExecutable(true)).isTrue();

        assertThat(new ToolVersions(environment, LONG).found()).isEmpty();
    }

    @Test
    void givesToolsNothingOfTheEnvironmentButWhereThingsAre() throws IOException {
        environment.put("AWS_SECRET_ACCESS_KEY", "hunter2");
        environment.put("NODE_OPTIONS", "--require ./evil.js");
        tool("node", "[ -z \"$AWS_SECRET_ACCESS_KEY$NODE_OPTIONS\" ] && echo v24.21.0");

        assertThat(shown()).containsEntry("ecs-delivery.node.version", "24.21.0");
    }

    @Test
    void findsToolsOfAnAgentWhoseSystemWritesThePathOtherwise() throws IOException {
        tool("node", "echo v24.21.0");
        environment.put("Path", environment.remove("PATH"));

        assertThat(new ToolVersions(environment, LONG).found()).containsEntry(Tool.NODE, "24.21.0");
    }

    @Test
    void doesNotLookWhereTheAgentHappensToStand() {
        assertThat(SearchPath.parse(String.join(File.pathSeparator, "bin", "", ".", "/usr/bin"))
                        .directories())
                .containsExactly(Path.of("/usr/bin"));
    }

    @Test
    void recognisesTheAgentImageByTheFileItsEnvironmentNames() throws IOException {
        image("agentImage.version=1.0.0\nnode=24.21.0\n");

        assertThat(shown()).containsOnly(Map.entry("ecs-delivery.agentImage.version", "1.0.0"));
    }

    @Test
    void recognisesNoImageInAFileThatSaysSomethingElse() throws IOException {
        image("agentImage.version=<b>1</b>\n");
        assertThat(shown()).isEmpty();

        image("\\uZZZZ");
        assertThat(shown()).isEmpty();

        image(IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining("\n"))
                + "\nagentImage.version=1.0.0\n".repeat(2000));
        assertThat(shown()).isEmpty();
    }

    @Test
    void recognisesNoImageWhenTheFileIsNotThere() {
        environment.put("ECS_DELIVERY_AGENT_IMAGE", directory.resolve("nowhere").toString());
        assertThat(shown()).isEmpty();

        environment.put("ECS_DELIVERY_AGENT_IMAGE", "\0");
        assertThat(shown()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenThePluginIsUnloaded() {
        AgentTools listener = new AgentTools(events);
        listener.register();
        listener.unregister();

        assertThat(events.hasListeners()).isFalse();
    }

    /** Starts the agent and returns the configuration parameters that were added. */
    private Map<String, String> shown() {
        environment.put("PATH", directory + File.pathSeparator + "/usr/bin-is-elsewhere");
        BuildAgent agent = mock(BuildAgent.class);
        BuildAgentConfiguration configuration = mock(BuildAgentConfiguration.class);
        BuildParametersMap parameters = mock(BuildParametersMap.class);
        when(agent.getConfiguration()).thenReturn(configuration);
        when(configuration.getBuildParameters()).thenReturn(parameters);
        when(parameters.getEnvironmentVariables()).thenReturn(environment);
        Map<String, String> shown = new TreeMap<>();
        doAnswer(call -> shown.put(call.getArgument(0), call.getArgument(1)))
                .when(configuration)
                .addConfigurationParameter(anyString(), anyString());
        AgentTools listener = new AgentTools(events);
        listener.register();
        events.getMulticaster().agentInitialized(agent);
        listener.unregister();
        return shown;
    }

    private void tool(String name, String script) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", directory.toString());
    }

    private void image(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("agent-image.properties"), content);
        environment.put("ECS_DELIVERY_AGENT_IMAGE", file.toString());
    }

    private static List<ProcessHandle> processesOf(String command) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").endsWith(command))
                .toList();
    }
}
