package org.ecsdelivery.dsl;

import java.util.Map;

/** What options are without anybody setting them: TeamCity does not write that. */
final class OptionDefaults {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("buildNumberPattern", "%build.counter%"),
            Map.entry("buildConfigurationType", "REGULAR"),
            Map.entry("artifactRules", ""),
            Map.entry("checkoutDirectory", ""),
            Map.entry("branchFilter", ""),
            Map.entry("cleanBuild", "false"),
            Map.entry("buildDefaultBranch", "true"),
            Map.entry("showDependenciesChanges", "false"),
            Map.entry("excludeDefaultBranchChanges", "false"),
            Map.entry("executionTimeoutMin", "0"),
            Map.entry("shouldFailBuildIfTestsFailed", "true"),
            Map.entry("shouldFailBuildOnBadExitCode", "true"),
            Map.entry("shouldFailBuildOnAnyErrorMessage", "false"),
            Map.entry("shouldFailBuildOnOOMEOrCrash", "true"),
            Map.entry("supportTestRetry", "false"),
            Map.entry("allowPersonalBuildTriggering", "true"),
            Map.entry("allowExternalStatus", "false"),
            Map.entry("maximumNumberOfBuilds", "0"),
            Map.entry("enableHangingBuildsDetection", "true"));

    private OptionDefaults() {}

    static boolean isDefault(String option, String value) {
        return value.equals(DEFAULTS.get(option));
    }
}
