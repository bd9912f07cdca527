package org.ecsdelivery.sandbox.teamcity.commandline;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.PropertiesProcessor;
import jetbrains.buildServer.serverSide.RunType;

/** The step "Command Line" on the server. */
public final class CommandLineRunType extends RunType {
    /** The type that TeamCity gives it. */
    public static final String TYPE = "simpleRunner";

    static final String CUSTOM = "use.custom.script";
    static final String SCRIPT = "script.content";

    /** Whether the step runs a script; the alternative, an executable with parameters, is not stood in for. */
    static boolean isScript(Map<String, String> parameters) {
        return Boolean.parseBoolean(parameters.get(CUSTOM));
    }

    static String script(Map<String, String> parameters) {
        return parameters.getOrDefault(SCRIPT, "");
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public String getDisplayName() {
        return "Command Line";
    }

    @Override
    public String getDescription() {
        return "Simple command execution";
    }

    @Override
    public PropertiesProcessor getRunnerPropertiesProcessor() {
        return parameters -> {
            if (!isScript(parameters)) {
                return List.of(new InvalidProperty(CUSTOM, "The sandbox runs custom scripts only: set it to true"));
            }
            return script(parameters).isBlank()
                    ? List.of(new InvalidProperty(SCRIPT, "Script content must be specified"))
                    : List.of();
        };
    }

    @Override
    public String getEditRunnerParamsJspFilePath() {
        return "";
    }

    @Override
    public String getViewRunnerParamsJspFilePath() {
        return "";
    }

    @Override
    public Map<String, String> getDefaultRunnerProperties() {
        return Map.of(CUSTOM, "true");
    }

    @Override
    public String describeParameters(Map<String, String> parameters) {
        return "Custom script: " + script(parameters).lines().findFirst().orElse("");
    }
}
