package org.ecsdelivery.dsl.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.AnyConnection;
import org.ecsdelivery.dsl.AnyFeature;
import org.ecsdelivery.dsl.AnyProjectFeature;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.AnyTrigger;
import org.ecsdelivery.dsl.Approval;
import org.ecsdelivery.dsl.AwsConnection;
import org.ecsdelivery.dsl.AwsCredentials;
import org.ecsdelivery.dsl.CommitStatus;
import org.ecsdelivery.dsl.CoverageStep;
import org.ecsdelivery.dsl.DeployPolicy;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.DockerBuildStep;
import org.ecsdelivery.dsl.DockerCommandStep;
import org.ecsdelivery.dsl.DockerPushStep;
import org.ecsdelivery.dsl.DockerSupport;
import org.ecsdelivery.dsl.DoctorStep;
import org.ecsdelivery.dsl.DotnetStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.FinishTrigger;
import org.ecsdelivery.dsl.GradleStep;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.dsl.Matrix;
import org.ecsdelivery.dsl.MavenStep;
import org.ecsdelivery.dsl.MessageFailure;
import org.ecsdelivery.dsl.MetricFailure;
import org.ecsdelivery.dsl.NodeStep;
import org.ecsdelivery.dsl.ParallelTests;
import org.ecsdelivery.dsl.PowerShellStep;
import org.ecsdelivery.dsl.PullRequests;
import org.ecsdelivery.dsl.PythonStep;
import org.ecsdelivery.dsl.ReportTab;
import org.ecsdelivery.dsl.RetryTrigger;
import org.ecsdelivery.dsl.ScheduleTrigger;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.SetupStep;
import org.ecsdelivery.dsl.StepMode;
import org.ecsdelivery.dsl.TaskStep;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.VersionedSettings;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/** Says steps, triggers and features: by a type of their own where it gives the same, by {@code Any...} where none does. */
final class SettingCode {
    private static final String MODE = "teamcity.step.mode";

    private static final Vocabulary STEPS = new Vocabulary(List.of(
            ImageStep.class,
            DeployStep.class,
            TaskStep.class,
            DoctorStep.class,
            SetupStep.class,
            CoverageStep.class,
            ScriptStep.class,
            GradleStep.class,
            MavenStep.class,
            NodeStep.class,
            DotnetStep.class,
            PowerShellStep.class,
            PythonStep.class,
            DockerBuildStep.class,
            DockerPushStep.class,
            DockerCommandStep.class));
    private static final Vocabulary TRIGGERS = new Vocabulary(
                    List.of(VcsTrigger.class, FinishTrigger.class, RetryTrigger.class, ScheduleTrigger.class))
            .and(new CronBeginning());
    private static final Vocabulary FEATURES = new Vocabulary(List.of(
            EnvFile.class,
            AwsCredentials.class,
            Approval.class,
            CommitStatus.class,
            DockerSupport.class,
            Matrix.class,
            MessageFailure.class,
            MetricFailure.class,
            ParallelTests.class,
            PullRequests.class));
    private static final Vocabulary PROJECT_FEATURES = new Vocabulary(List.of(
            AwsConnection.class, AnyConnection.class, DeployPolicy.class, ReportTab.class, VersionedSettings.class));

    private final Names names;
    private final Phrasebook phrasebook;

    SettingCode(Names names, Phrasebook phrasebook) {
        this.names = names;
        this.phrasebook = phrasebook;
    }

    Code step(Element runner, boolean disabled) {
        Map<String, String> parameters = new LinkedHashMap<>(Params.of(runner));
        String mode = parameters.remove(MODE);
        Chain chain = runner.attribute("type").orElse("").equals("_placeholder_") && parameters.isEmpty()
                ? Chain.of(AnyStep.class, "placeForOwnSteps")
                : setting(STEPS, AnyStep.class, runner, parameters);
        String name = runner.attribute("name").orElse("");
        chain = name.isEmpty() ? chain : chain.call("name", Code.of(name));
        chain = mode == null ? chain : mode(chain, mode);
        for (Element each : runner.element("conditions").map(Element::elements).orElse(List.of())) {
            chain = chain.call("when", ConditionCode.of(each));
        }
        return framed(chain, runner, disabled);
    }

    private static Chain mode(Chain chain, String mode) {
        StepMode known = Arrays.stream(StepMode.values())
                .filter(each -> each.value().equals(mode) && each != StepMode.DEFAULT)
                .findFirst()
                .orElse(StepMode.DEFAULT);
        return switch (known) {
            case ALWAYS -> chain.call("always");
            case DEFAULT -> chain.call("set", Code.of(MODE), Code.of(mode));
            default -> chain.call("mode", Code.of(known));
        };
    }

    Code trigger(Element trigger, boolean disabled) {
        return framed(setting(TRIGGERS, AnyTrigger.class, trigger, Params.of(trigger)), trigger, disabled);
    }

    Code feature(Element feature, boolean disabled) {
        return framed(setting(FEATURES, AnyFeature.class, feature, Params.of(feature)), feature, disabled);
    }

    Code projectFeature(Element feature) {
        return framed(setting(PROJECT_FEATURES, AnyProjectFeature.class, feature, Params.of(feature)), feature, false);
    }

    private Chain setting(Vocabulary vocabulary, Class<?> any, Element element, Map<String, String> parameters) {
        String type = element.attribute("type").orElse("");
        String id = element.attribute("id").orElse("");
        return phrasebook.say(
                List.of(any, type, id, parameters),
                names,
                () -> vocabulary.say(type, id, parameters, names).orElseGet(() -> generic(any, type, parameters)));
    }

    private static Chain generic(Class<?> any, String type, Map<String, String> parameters) {
        Chain chain = Chain.of(any, "of", Code.of(type));
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            chain = chain.call("set", Code.of(each.getKey()), Code.of(each.getValue()));
        }
        return chain;
    }

    /** The id comes last, since a feature of one's own is any feature once it has one. */
    private static Code framed(Chain chain, Element element, boolean disabled) {
        String id = element.attribute("id").orElse("");
        Chain off = disabled ? chain.call("disabled") : chain;
        boolean has = ((org.ecsdelivery.dsl.Setting) chain.value()).id().equals(id);
        return (has ? off : off.call("id", Code.of(id))).code();
    }
}
