package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Settings of all shapes, the same for the same seed. */
final class RandomSettings {
    private static final String[] PIECES = {
        "a", " ", "\n", "\t", "\r", "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "%x%", "ä", "🚦", "|", "[", "=> "
    };

    private final Random random;
    private final List<BuildType> buildTypes = new ArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private final List<VcsRoot> roots = new ArrayList<>();

    RandomSettings(long seed) {
        random = new Random(seed);
    }

    Settings settings() {
        Project top = Project.of("Top");
        fill(top, 2);
        return Settings.of(top);
    }

    private boolean sometimes() {
        return random.nextInt(3) == 0;
    }

    private int few() {
        return random.nextInt(4);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private void fill(Project project, int depth) {
        project.name("n" + text()).description(text());
        for (int i = few(); i > 0; i--) {
            project.param("p" + i, text());
            project.feature(AnyProjectFeature.of("type" + i).set("a", text()).set("b", text()));
            roots.add(project.git("Git" + i, text()).branches(text(), text()));
            templates.add(fill(project.template("Template" + i)));
        }
        for (int i = few(); i > 0; i--) {
            buildTypes.add(derived(fill(project.buildType("Build" + i))));
        }
        if (sometimes()) {
            project.shownInThisOrder().cleanup(CleanupPolicy.ofArtifacts().keepDays(few()));
        }
        for (int i = depth == 0 ? 0 : few(); i > 0; i--) {
            fill(project.project("Sub" + i), depth - 1);
        }
    }

    private BuildType derived(BuildType buildType) {
        for (int i = few(); i > 1 && !templates.isEmpty(); i--) {
            buildType.from(templates.get(random.nextInt(templates.size())));
        }
        return sometimes() ? buildType.paused() : buildType;
    }

    private <C extends Configuration<C>> C fill(C it) {
        it.name("n" + text()).description(text());
        for (int i = few(); i > 0; i--) {
            it.param("p" + i, text(), ParamSpec.text().label(text()).description(text()));
            it.option("option" + i, text());
            it.step(step());
            it.requires(Condition.of(Operator.values()[random.nextInt(Operator.values().length)], "p" + i, text()));
            it.feature(AnyFeature.of("f-" + few()).set("x", text()));
            it.trigger(sometimes() ? VcsTrigger.ofChanges().disabled() : RetryTrigger.of(few(), few()));
        }
        if (!roots.isEmpty()) {
            it.checkout(roots.get(random.nextInt(roots.size())), text(), text());
        }
        if (!buildTypes.isEmpty()) {
            BuildType other = buildTypes.get(random.nextInt(buildTypes.size()));
            it.after(
                    other,
                    how -> how.reuse(Reuse.values()[random.nextInt(3)])
                            .onFailure(OnFailedDependency.values()[random.nextInt(4)]));
            it.takes(other, text(), text());
        }
        return sometimes() ? it.deployment().timeout(Duration.ofMinutes(few())) : it;
    }

    private Step step() {
        ScriptStep step = ScriptStep.of(text()).name(text()).mode(StepMode.values()[random.nextInt(4)]);
        return sometimes() ? step.when(Condition.is("a", text())).disabled() : step;
    }
}
