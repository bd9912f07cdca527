package org.ecsdelivery.dsl.imports;

import java.util.Map;
import java.util.TreeMap;

/** Says the options of a configuration. */
final class OptionCode {
    private static final Map<String, String> TEXTS =
            Map.of("buildNumberPattern", "buildNumber", "checkoutDirectory", "checkoutDirectory");
    private static final Map<String, String> LINES = Map.of("artifactRules", "artifacts", "branchFilter", "branches");
    private static final Map<String, String> SWITCHES = Map.of(
            "allowPersonalBuildTriggering", "personalBuilds",
            "buildDefaultBranch", "defaultBranch",
            "shouldFailBuildOnBadExitCode", "failOnExitCode",
            "shouldFailBuildIfTestsFailed", "failOnFailedTests",
            "shouldFailBuildOnAnyErrorMessage", "failOnErrorMessage",
            "shouldFailBuildOnOOMEOrCrash", "failOnCrash",
            "enableHangingBuildsDetection", "hangDetection");
    private static final Map<String, String> ON = Map.of(
            "cleanBuild", "cleanCheckout",
            "showDependenciesChanges", "showDependenciesChanges",
            "supportTestRetry", "testRetry",
            "allowExternalStatus", "publicStatus");
    private static final Map<String, String> DEPLOYMENT = Map.of(
            "buildConfigurationType", "DEPLOYMENT",
            "allowPersonalBuildTriggering", "false",
            "maximumNumberOfBuilds", "1");
    private static final Map<String, String> COMPOSITE =
            Map.of("buildConfigurationType", "COMPOSITE", "showDependenciesChanges", "true");

    private OptionCode() {}

    static void say(Script script, Map<String, String> options) {
        Map<String, String> rest = new TreeMap<>(options);
        together(script, "deployment", DEPLOYMENT, rest);
        together(script, "composite", COMPOSITE, rest);
        rest.forEach((name, value) -> option(script, name, value));
    }

    private static void together(Script script, String method, Map<String, String> options, Map<String, String> rest) {
        if (rest.entrySet().containsAll(options.entrySet())) {
            script.add(Script.Topic.GENERAL, method);
            rest.keySet().removeAll(options.keySet());
        }
    }

    private static void option(Script script, String name, String value) {
        boolean isSwitch = value.equals("true") || value.equals("false");
        if (TEXTS.containsKey(name)) {
            script.add(Script.Topic.GENERAL, TEXTS.getOrDefault(name, ""), Code.of(value));
        } else if (LINES.containsKey(name)) {
            script.add(Script.Topic.GENERAL, LINES.getOrDefault(name, ""), Code.lines(value));
        } else if (SWITCHES.containsKey(name) && isSwitch) {
            script.add(Script.Topic.GENERAL, SWITCHES.getOrDefault(name, ""), Code.of(Boolean.parseBoolean(value)));
        } else if (ON.containsKey(name) && value.equals("true")) {
            script.add(Script.Topic.GENERAL, ON.getOrDefault(name, ""));
        } else if (name.equals("maximumNumberOfBuilds") && value.matches("[1-9]\\d{0,8}")) {
            script.add(Script.Topic.GENERAL, "atOnce", Code.of(Integer.parseInt(value)));
        } else {
            script.add(Script.Topic.GENERAL, "option", Code.of(name), Code.of(value));
        }
    }
}
