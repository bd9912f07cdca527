package org.ecsdelivery.sandbox.teamcity;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jetbrains.buildServer.agent.BuildRunnerSettings;

/** The steps of a build as the agent got them: references not yet resolved, since earlier steps may set parameters. */
final class BuildSteps {
    private volatile List<BuildStep> steps = List.of();

    void become(List<BuildStep> prepared) {
        steps = List.copyOf(prepared);
    }

    static String id(int index) {
        return "RUNNER_" + index;
    }

    List<BuildRunnerSettings> settings() {
        List<BuildStep> known = steps;
        return IntStream.range(0, known.size())
                .<BuildRunnerSettings>mapToObj(at -> new Settings(id(at + 1), known.get(at)))
                .toList();
    }

    private record Settings(String id, BuildStep step) implements BuildRunnerSettings {
        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getName() {
            return step.name();
        }

        @Override
        public String getRunType() {
            return step.type();
        }

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public Map<String, String> getRunnerParameters() {
            return step.parameters();
        }

        @Override
        public Map<String, String> getConfigParameters() {
            return Map.of();
        }

        @Override
        public Map<String, String> getBuildParameters() {
            return Map.of();
        }

        @Override
        public String getWorkingDirectory() {
            return step.parameters().getOrDefault("teamcity.build.workingDir", "");
        }

        @Override
        public boolean hasChildren() {
            return false;
        }

        @Override
        public List<BuildRunnerSettings> getChildren() {
            return List.of();
        }
    }
}
