package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceSetParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/** Steps: what they cannot run without, and, for steps and features of this plugin, all that its settings pages would refuse. */
final class StepCheck implements Check {
    private static final Map<String, Function<Map<String, String>, List<InvalidParameter>>> PAGES = Map.of(
            RunTypeId.IMAGE,
            given -> ImageParameters.parse(given, References.UNRESOLVED).invalidParameters(),
            RunTypeId.DEPLOY,
            given -> ServiceSetParameters.parse(given, References.UNRESOLVED).invalidParameters(),
            RunTypeId.TASK,
            given -> TaskParameters.parse(given, References.UNRESOLVED).invalidParameters(),
            RunTypeId.COVERAGE,
            given -> CoverageParameters.parse(given, References.UNRESOLVED).invalidParameters(),
            EnvFileFeature.TYPE,
            given -> EnvFileParameters.parse(given, References.UNRESOLVED).invalidParameters());
    private static final Pattern WHOLE_REFERENCE = Pattern.compile("%([^%\\s]+)%");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            entity.entries("build-runners").forEach(step -> step(step, scene));
            entity.entries("build-extensions").forEach(feature -> page(feature, feature.parameters(), scene));
        }
        for (Entity buildType : scene.tree().entities(Kind.BUILD_TYPE)) {
            Effective effective = scene.effective(buildType);
            effective.entries("build-runners").values().forEach(step -> resolved(buildType, step, effective, scene));
        }
    }

    private static void step(Entry step, Scene scene) {
        if (step.type().isBlank()) {
            scene.error(Rule.STEP_PARAMETER, step, "it has no run type", "Give it one, such as simpleRunner.");
        }
        Map<String, String> given = new HashMap<>(step.parameters());
        given.remove("teamcity.step.mode");
        for (String name : RunnerRules.needed(step.type(), given)) {
            if (given.getOrDefault(name, "").isBlank()) {
                scene.error(
                        Rule.STEP_PARAMETER,
                        step,
                        "a step of type " + step.type() + " needs " + name + ", and nothing is given",
                        "Set it.");
            }
        }
        page(step, given, scene);
    }

    private static void page(Entry entry, Map<String, String> given, Scene scene) {
        for (InvalidParameter each :
                PAGES.getOrDefault(entry.type(), x -> List.of()).apply(given)) {
            scene.error(
                    Rule.STEP_PARAMETER,
                    entry,
                    each.parameter().label() + " (" + each.parameter().name() + "): " + each.problem(),
                    each.remedy());
        }
    }

    /** A template may leave a parameter empty for its configurations to set; the step must not meet it empty. */
    private static void resolved(Entity buildType, Entry step, Effective effective, Scene scene) {
        Map<String, Element> params = effective.params();
        step.parameters().forEach((name, value) -> {
            Matcher reference = WHOLE_REFERENCE.matcher(value);
            if (!reference.matches()) {
                return;
            }
            Element param = params.get(reference.group(1));
            if (param != null && Params.value(param).isEmpty() && !isAskedFor(param) && isNeeded(step, name)) {
                scene.error(
                        Rule.STEP_PARAMETER,
                        buildType,
                        buildType.root(),
                        step.title() + " needs " + name + ", which is " + value + ", and that is empty here",
                        "Set the parameter " + reference.group(1) + " of " + buildType.title() + ".");
            }
        });
    }

    private static boolean isNeeded(Entry step, String name) {
        Map<String, String> without = new HashMap<>(step.parameters());
        without.put(name, "");
        return RunnerRules.needed(step.type(), without).contains(name)
                || PAGES.getOrDefault(step.type(), x -> List.of()).apply(without).stream()
                        .anyMatch(each -> each.parameter().name().equals(name));
    }

    private static boolean isAskedFor(Element param) {
        return param.attribute("spec").orElse("").contains("display='prompt'");
    }
}
