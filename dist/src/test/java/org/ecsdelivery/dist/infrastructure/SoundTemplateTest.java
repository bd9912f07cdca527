package org.ecsdelivery.dist.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.doctor.Diagnosis;
import org.ecsdelivery.engine.doctor.Doctor;
import org.ecsdelivery.engine.doctor.Pipeline;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;
import org.junit.jupiter.api.Test;

/** What the template describes is what the doctor asks for, whatever its parameters are. */
class SoundTemplateTest {
    @Test
    void describesSoundPipelinesForEveryCombinationOfParameters() throws Exception {
        Template template = Templates.read("application-pipeline.yaml");
        int services = 0;
        for (Map<String, String> each : PipelineParameters.combinations()) {
            DescribedStack stack = DescribedStack.of(template, each);
            if (stack.refusals().isEmpty()) {
                List<Pipeline> pipelines = DescribedPipeline.of(stack.resources());
                services += pipelines.size();
                pipelines.forEach(pipeline -> assertThat(Doctor.examine(pipeline))
                        .as(each.toString())
                        .isEqualTo(new Diagnosis(
                                List.of(), List.of(), Doctor.rules().size())));
            }
        }
        assertThat(services).isGreaterThan(1000);
    }

    @Test
    void wouldNoticeARouteAnIngressOrATrustThatIsMissing() throws Exception {
        String text = Templates.read("application-pipeline.yaml").text();

        assertThat(rulesBroken(
                        text.replace("TargetGroupArn: !Ref QaTargetGroup}\n  Qa", "TargetGroupArn: other}\n  Qa")))
                .containsExactly("listener-rule");
        assertThat(rulesBroken(text.replaceFirst(
                        "(?s)(TaskSecurityGroup:.*?)SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup",
                        "$1SourceSecurityGroupId: sg-other")))
                .containsExactly("security-group");
        assertThat(rulesBroken(text.replaceFirst("(?s)(QaTaskRole:.*?)ecs-tasks[.]amazonaws", "$1ec2.amazonaws")))
                .containsExactly("roles");
        assertThat(rulesBroken(text.replaceAll("Rollback: true}", "Rollback: false}")))
                .containsExactly("circuit-breaker");
    }

    private static List<String> rulesBroken(String text) {
        DescribedStack stack = DescribedStack.of(Template.of(text), PipelineParameters.with("CreateQa", "true"));
        return DescribedPipeline.of(stack.resources()).stream()
                .flatMap(each -> Doctor.examine(each).findings().stream())
                .map(each -> each.rule())
                .toList();
    }
}
