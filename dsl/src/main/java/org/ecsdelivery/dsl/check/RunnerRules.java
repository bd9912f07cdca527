package org.ecsdelivery.dsl.check;

import java.util.List;
import java.util.Map;

/** What TeamCity's own runners cannot run without. */
final class RunnerRules {
    private RunnerRules() {}

    /** Returns the parameters of which a step of this type and with these parameters needs one; none for a type that nobody knows. */
    static List<String> needed(String type, Map<String, String> given) {
        return switch (type) {
            case "simpleRunner" ->
                List.of(
                        given.getOrDefault("use.custom.script", "").equals("true")
                                ? "script.content"
                                : "command.executable");
            case "Maven2" -> List.of("goals");
            case "nodejs-runner" -> List.of("shellScript");
            case "dotnet" -> List.of("command");
            case "jetbrains_powershell" ->
                List.of(
                        given.getOrDefault("jetbrains_powershell_script_mode", "")
                                        .equals("CODE")
                                ? "jetbrains_powershell_script_code"
                                : "jetbrains_powershell_script_file");
            case "python-runner" -> python(given.getOrDefault("command", ""));
            case "DockerCommand" ->
                List.of(
                        given.getOrDefault("docker.command.type", "build").equals("other")
                                ? "docker.sub.command"
                                : "docker.image.namesAndTags");
            default -> List.of();
        };
    }

    private static List<String> python(String command) {
        return switch (command) {
            case "script" -> List.of("scriptContent");
            case "file" -> List.of("scriptFile");
            case "module" -> List.of("module");
            default -> List.of("command");
        };
    }
}
