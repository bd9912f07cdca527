package org.ecsdelivery.dsl.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Element;

/** Values of options. */
final class OptionCheck implements Check {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Set<String> NUMBERS = Set.of("executionTimeoutMin", "maximumNumberOfBuilds");
    private static final Set<String> FLAGS = Set.of(
            "cleanBuild",
            "buildDefaultBranch",
            "showDependenciesChanges",
            "excludeDefaultBranchChanges",
            "shouldFailBuildIfTestsFailed",
            "shouldFailBuildOnBadExitCode",
            "shouldFailBuildOnAnyErrorMessage",
            "shouldFailBuildOnOOMEOrCrash",
            "supportTestRetry",
            "allowPersonalBuildTriggering",
            "allowExternalStatus",
            "enableHangingBuildsDetection",
            "exposeAllParametersAsOutput");
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "buildConfigurationType", Set.of("REGULAR", "COMPOSITE", "DEPLOYMENT"),
            "checkoutMode", Set.of("AUTO", "ON_AGENT", "ON_SERVER", "MANUAL"),
            "publishArtifactCondition", Set.of("SUCCESSFUL", "NORMALLY_FINISHED", "ALWAYS"));

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            entity.settings().elements("options", "option").forEach(each -> option(entity, each, scene));
        }
    }

    private static void option(Entity entity, Element option, Scene scene) {
        String name = option.attribute("name").orElse("");
        String value = option.attribute("value").orElse("");
        if (value.contains("%")) {
            return;
        }
        if (NUMBERS.contains(name) && !NUMBER.matcher(value).matches()) {
            refuse(entity, option, "Enter a whole number, 0 for none.", scene);
        } else if (FLAGS.contains(name) && !Set.of("true", "false").contains(value)) {
            refuse(entity, option, "Enter true or false.", scene);
        } else if (CHOICES.containsKey(name)
                && !CHOICES.getOrDefault(name, Set.of()).contains(value)) {
            refuse(
                    entity,
                    option,
                    "Enter one of "
                            + CHOICES.getOrDefault(name, Set.of()).stream()
                                    .sorted()
                                    .toList() + ".",
                    scene);
        } else if (name.equals("buildNumberPattern") && value.isBlank()) {
            refuse(entity, option, "Enter a pattern such as 1.0.%build.counter%.", scene);
        }
    }

    private static void refuse(Entity entity, Element option, String remedy, Scene scene) {
        scene.error(
                Rule.OPTION,
                entity,
                option,
                "the option " + option.attribute("name").orElse("") + " is '"
                        + option.attribute("value").orElse("") + "', which TeamCity does not take",
                remedy);
    }
}
