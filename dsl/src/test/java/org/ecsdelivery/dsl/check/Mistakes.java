package org.ecsdelivery.dsl.check;

import java.util.List;
import org.ecsdelivery.dsl.AbsoluteId;
import org.ecsdelivery.dsl.AnyFeature;
import org.ecsdelivery.dsl.AnyProjectFeature;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.AnyTrigger;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.GradleStep;
import org.ecsdelivery.dsl.MavenStep;
import org.ecsdelivery.dsl.Operator;
import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScheduleTrigger;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.xml.Element;

/** What people do wrong, each as often as one likes and each in a place of its own. */
final class Mistakes {
    /**
     * One mistake.
     *
     * @param rule what it breaks
     * @param fragment what the message must say
     */
    record Expected(Rule rule, String fragment) {}

    /** Makes a mistake in a project that holds nothing else. */
    interface Mistake {
        Expected make(Project home, int number);
    }

    static final List<Mistake> ALL = List.of(
            (home, n) -> {
                home.buildType("b-d" + n);
                return new Expected(Rule.ID_FORM, "_b-d" + n + "'");
            },
            (home, n) -> {
                home.buildType(AbsoluteId.of(home.id() + "_" + "x".repeat(230 + n)));
                return new Expected(Rule.ID_FORM, "characters");
            },
            (home, n) -> {
                home.buildType("Same" + n);
                home.template("SAME" + n);
                home.template("Other").name("Other name");
                return new Expected(Rule.ID_UNIQUE, "_Same" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").name("Twice " + n);
                home.buildType("B").name("Twice " + n);
                return new Expected(Rule.NAME, "'Twice " + n + "'");
            },
            (home, n) -> {
                home.buildType("A").name(" ".repeat(n % 3));
                return new Expected(Rule.NAME, "it has no name");
            },
            (home, n) -> {
                home.buildType("A")
                        .trigger(AnyTrigger.of("buildDependencyTrigger").set("dependsOn", "Gone" + n));
                return new Expected(Rule.REFERENCE, "'Gone" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").feature(AnyFeature.of("x").set("vcsRootId", "Gone" + n));
                return new Expected(Rule.REFERENCE, "there is no VCS root 'Gone" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").feature(AnyFeature.of("x").set("awsConnectionId", "gone" + n));
                return new Expected(Rule.REFERENCE, "a connection 'gone" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").disable("gone" + n);
                return new Expected(Rule.REFERENCE, "'gone" + n + "' is switched off");
            },
            (home, n) -> {
                home.buildType("A").step(ScriptStep.of("x").id("x")).stepOrder("x", "gone" + n);
                return new Expected(Rule.REFERENCE, "names 'gone" + n + "', which is no step");
            },
            (home, n) -> {
                home.buildType("A")
                        .step(ScriptStep.of("x").id("x"))
                        .step(ScriptStep.of("x").id("lost" + n))
                        .stepOrder("x");
                return new Expected(Rule.REFERENCE, "does not name 'lost" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").param("v", "1-%dep.Gone" + n + ".build.number%");
                return new Expected(Rule.REFERENCE, "'Gone" + n + "', which is not here");
            },
            (home, n) -> {
                BuildType other = home.buildType("Other");
                home.buildType("A").buildNumber(other.parameter("number" + n));
                return new Expected(
                        Rule.REFERENCE, "number" + n + "% is a parameter of a build that this one does not run after");
            },
            (home, n) -> {
                Template hidden = home.project("Hidden" + n).template("T");
                home.buildType("A").from(hidden);
                return new Expected(Rule.VISIBILITY, "_Hidden" + n);
            },
            (home, n) -> {
                BuildType a = home.buildType("A" + n);
                BuildType b = home.buildType("B").after(a);
                a.after(b);
                return new Expected(Rule.CYCLE, "_A" + n);
            },
            (home, n) -> {
                BuildType a = home.buildType("A" + n);
                Template template = home.template("T").after(a);
                a.from(template);
                return new Expected(Rule.CYCLE, "_A" + n + " after");
            },
            (home, n) -> {
                home.buildType("A").step(MavenStep.of(" ").id("s" + n));
                return new Expected(Rule.STEP_PARAMETER, "needs goals");
            },
            (home, n) -> {
                home.buildType("A").step(DeployStep.of("c", "s").set("deploy.timeoutMinutes", "soon" + n));
                return new Expected(Rule.STEP_PARAMETER, "soon" + n);
            },
            (home, n) -> {
                Template template = home.template("T").param("goals" + n, "").step(MavenStep.of("%goals" + n + "%"));
                home.buildType("A").from(template);
                return new Expected(Rule.STEP_PARAMETER, "needs goals, which is %goals" + n + "%");
            },
            (home, n) -> {
                home.buildType("A")
                        .step(ScriptStep.of("x").id("twice" + n))
                        .trigger(VcsTrigger.ofChanges().id("twice" + n));
                return new Expected(Rule.ENTRY_ID, "'twice" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").step(ScriptStep.of("x").id("a, b" + n));
                return new Expected(Rule.ENTRY_ID, "'a, b" + n + "' has white space");
            },
            (home, n) -> {
                Template template = home.template("T").step(ScriptStep.of("x").id("step" + n));
                home.buildType("A").from(template).step(GradleStep.of("x").id("step" + n));
                return new Expected(Rule.ENTRY_ID, "replaces an entry");
            },
            (home, n) -> {
                home.buildType("A").composite().step(ScriptStep.of("x").id("never" + n));
                return new Expected(Rule.CONFIGURATION_TYPE, "never" + n);
            },
            (home, n) -> {
                home.buildType("A").param("1x" + n, "");
                return new Expected(Rule.PARAMETER, "'1x" + n + "' is no name");
            },
            (home, n) -> {
                home.buildType("A").param("pass" + n, "hunter2", ParamSpec.password());
                return new Expected(Rule.SECRET, "pass" + n);
            },
            (home, n) -> {
                home.buildType("A")
                        .element(Element.of("own-thing")
                                .containing(Element.of("param")
                                        .with("name", "secure:p" + n)
                                        .with("value", "zxx0a")));
                return new Expected(Rule.SECRET, "secure:p" + n + " is scrambled");
            },
            (home, n) -> {
                home.buildType("A").param("c" + n, "a\u0007b");
                return new Expected(Rule.CHARACTER, "param c" + n + " has the character U+0007");
            },
            (home, n) -> {
                home.feature(AnyProjectFeature.of("versionedSettings").set("format", "kotlin"));
                return new Expected(Rule.VERSIONED_SETTINGS, "the format is kotlin");
            },
            (home, n) -> {
                home.buildType("A").option("exposeAllParametersAsOutput", "true");
                return new Expected(Rule.PROFILE, "exposeAllParametersAsOutput");
            },
            (home, n) -> {
                home.buildType("A").option("executionTimeoutMin", "-" + n);
                return new Expected(Rule.OPTION, "'-" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").option("buildConfigurationType", "NONE" + n);
                return new Expected(Rule.OPTION, "'NONE" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").requires(Condition.of(Operator.MATCHES, "os" + n, "("));
                return new Expected(Rule.CONDITION, "'(' is no regular expression");
            },
            (home, n) -> {
                home.buildType("A").step(AnyStep.of("x").when(Condition.exists("%os" + n + "%")));
                return new Expected(Rule.CONDITION, "'%os" + n + "%'");
            },
            (home, n) -> {
                home.buildType("A").artifacts("a => b", "=> c" + n);
                return new Expected(Rule.PATH_RULE, "'=> c" + n + "'");
            },
            (home, n) -> {
                home.buildType("A").trigger(VcsTrigger.ofChanges().branches("+:*", "main" + n));
                return new Expected(Rule.PATH_RULE, "'main" + n + "'");
            },
            (home, n) -> {
                home.git("Git" + n, " ");
                return new Expected(Rule.VCS_ROOT, "_Git" + n + ": a root of type jetbrains.git needs url");
            },
            (home, n) -> {
                home.buildType("A").trigger(ScheduleTrigger.daily(24 + n, 0));
                return new Expected(Rule.TRIGGER, "hour is '" + (24 + n) + "'");
            },
            (home, n) -> {
                home.buildType("A")
                        .trigger(AnyTrigger.of("buildDependencyTrigger").id("t" + n));
                return new Expected(Rule.TRIGGER, "it waits for no build configuration");
            },
            (home, n) -> {
                BuildType first = home.buildType("First" + n);
                home.buildType("A").after(first).after(first);
                return new Expected(Rule.DEPENDENCY, "_First" + n + "' is named twice");
            },
            (home, n) -> {
                home.buildType("A")
                        .feature(AnyFeature.of("ecs-delivery-env-file").id("env" + n));
                return new Expected(Rule.STEP_PARAMETER, "env" + n);
            });

    private Mistakes() {}
}
