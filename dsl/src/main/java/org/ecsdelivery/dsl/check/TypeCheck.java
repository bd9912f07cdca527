package org.ecsdelivery.dsl.check;

import java.util.Map;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.xml.Element;

/** Composite configurations have no steps and no agent; deployments have one build at a time and none of uncommitted changes. */
final class TypeCheck implements Check {
    @Override
    public void look(Scene scene) {
        for (Entity buildType : scene.tree().entities(Kind.BUILD_TYPE)) {
            Effective effective = scene.effective(buildType);
            Map<String, String> options = effective.options();
            String type = options.getOrDefault("buildConfigurationType", "REGULAR");
            if (type.equals("COMPOSITE")) {
                composite(buildType, effective, scene);
            } else if (type.equals("DEPLOYMENT")) {
                deployment(buildType, options, scene);
            }
        }
    }

    private static void composite(Entity buildType, Effective effective, Scene scene) {
        for (Entry step : effective.entries("build-runners").values()) {
            if (!effective.disabled().contains(step.id())) {
                scene.error(
                        Rule.CONFIGURATION_TYPE,
                        buildType,
                        Element.of("x").from(step.origin()),
                        "it is composite and has " + step.title() + ", which would never run",
                        "Move the step to a configuration that this one runs after.");
            }
        }
        for (Entry requirement : effective.entries("requirements").values()) {
            scene.error(
                    Rule.CONFIGURATION_TYPE,
                    requirement,
                    buildType.title() + " is composite and asks something of an agent, but runs on none",
                    "Remove the requirement.");
        }
    }

    private static void deployment(Entity buildType, Map<String, String> options, Scene scene) {
        if (!options.getOrDefault("allowPersonalBuildTriggering", "true").equals("false")) {
            scene.warning(
                    Rule.CONFIGURATION_TYPE,
                    buildType,
                    buildType.settings(),
                    "it is a deployment and lets personal builds deploy what nobody has committed",
                    "Use deployment(), or personalBuilds(false).");
        }
        if (!options.getOrDefault("maximumNumberOfBuilds", "0").equals("1")) {
            scene.warning(
                    Rule.CONFIGURATION_TYPE,
                    buildType,
                    buildType.settings(),
                    "it is a deployment and lets several builds deploy at the same time",
                    "Use deployment(), or atOnce(1).");
        }
    }
}
