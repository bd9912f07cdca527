package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The parameters every TeamCity build has, named as TeamCity's documentation lists them. */
final class PredefinedParameters {
    private PredefinedParameters() {}

    static Map<String, String> of(
            BuildConfiguration configuration, BuildInputs inputs, AgentProperties agent, Path temp) {
        Map<String, String> parameters = new TreeMap<>();
        everyBuild(parameters, inputs);
        everyConfiguration(parameters, configuration);
        parameters.put("teamcity.agent.name", agent.name());
        parameters.put("system.agent.name", agent.name());
        parameters.put("system.teamcity.build.tempDir", temp.toString());
        inputs.branch().ifPresent(branch -> {
            parameters.put("teamcity.build.branch", branch);
            parameters.put("teamcity.build.branch.is_default", String.valueOf(branch.equals("main")));
        });
        if (inputs.personal()) {
            parameters.put("system.build.is.personal", "true");
            parameters.put("env.BUILD_IS_PERSONAL", "true");
        }
        return parameters;
    }

    private static void everyBuild(Map<String, String> parameters, BuildInputs inputs) {
        parameters.put("build.number", inputs.number());
        parameters.put("system.build.number", inputs.number());
        parameters.put("env.BUILD_NUMBER", inputs.number());
        parameters.put("build.counter", inputs.number());
        parameters.put("teamcity.build.id", String.valueOf(inputs.id()));
        parameters.put("system.teamcity.build.id", String.valueOf(inputs.id()));
        parameters.put("build.vcs.number", inputs.revision());
        parameters.put("system.build.vcs.number", inputs.revision());
        parameters.put("env.BUILD_VCS_NUMBER", inputs.revision());
        parameters.put("teamcity.serverUrl", inputs.serverUrl());
        parameters.put("env.BUILD_URL", inputs.url());
        parameters.put("teamcity.build.triggeredBy", "the sandbox");
    }

    private static void everyConfiguration(Map<String, String> parameters, BuildConfiguration configuration) {
        parameters.put("system.teamcity.buildType.id", configuration.id());
        parameters.put("system.teamcity.buildConfName", configuration.name());
        parameters.put("env.TEAMCITY_BUILDCONF_NAME", configuration.name());
        parameters.put("system.teamcity.projectName", "Sandbox");
        parameters.put("env.TEAMCITY_PROJECT_NAME", "Sandbox");
        parameters.put("teamcity.project.id", "Sandbox");
        parameters.put("system.teamcity.version", LocalTeamCity.VERSION);
        parameters.put("env.TEAMCITY_VERSION", LocalTeamCity.VERSION);
        String checkout = configuration.checkoutDirectory().toString();
        parameters.put("teamcity.build.checkoutDir", checkout);
        parameters.put("system.teamcity.build.checkoutDir", checkout);
        parameters.put("system.teamcity.build.workingDir", checkout);
    }
}
