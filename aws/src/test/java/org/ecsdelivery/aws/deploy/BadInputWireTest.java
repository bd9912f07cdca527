package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads when a name is wrong or a permission is missing, over the wire. */
class BadInputWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    private EngineException refusal() {
        return catchThrowableOfType(EngineException.class, step::run);
    }

    private void nothingWasChanged() {
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isZero();
        assertThat(step.aws.calls().count("ecs", "UpdateService")).isZero();
    }

    @Test
    void namesTheClusterThatIsNotThere() {
        EngineException refusal = refusal();

        assertThat(refusal.kind()).isEqualTo(FailureKind.CLUSTER_NOT_FOUND);
        assertThat(refusal)
                .hasMessage("There is no ECS cluster prod in eu-central-1. Check Cluster (deploy.cluster), and whether"
                        + " it lies in another Region (aws.region) or account.");
        nothingWasChanged();
    }

    @Test
    void namesTheServiceThatIsNotThere() {
        step.aws.ecs().cluster(StepOnLocalAws.CLUSTER);

        EngineException refusal = refusal();

        assertThat(refusal.kind()).isEqualTo(FailureKind.SERVICE_NOT_FOUND);
        assertThat(refusal)
                .hasMessage("There is no ECS service web in cluster prod in eu-central-1. Check Service"
                        + " (deploy.service) and Cluster (deploy.cluster), and whether they lie in another Region"
                        + " (aws.region) or account.");
        nothingWasChanged();
    }

    @Test
    void namesTheRegionInWhichItLooked() {
        step.service(1).create();

        step.inRegion("us-east-1");

        assertThat(refusal()).hasMessageContaining("in us-east-1").hasMessageContaining("Region (aws.region)");
        nothingWasChanged();
    }

    @Test
    void namesTheContainersThatAreThereWhenTheGivenOneIsNot() {
        step.service(1).create();

        step.container("wbe");

        assertThat(refusal())
                .hasMessage("Task definition web:1 has no container wbe. Enter one of app as Container"
                        + " (deploy.container).");
        nothingWasChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeServices, service web in cluster prod",
        "DescribeTaskDefinition, arn:aws:ecs:eu-central-1:123456789012:task-definition/web:1",
        "RegisterTaskDefinition, family web",
        "UpdateService, service web in cluster prod"
    })
    void namesThePermissionThatIsMissingAndWhatItWasFor(String operation, String resource) {
        step.service(1).create();
        step.aws.faults().always("ecs", operation, Fault.denied());

        assertThat(refusal())
                .isInstanceOf(AccessDenied.class)
                .satisfies(denied -> assertThat(denied.getMessage())
                        .startsWith("The build may not ecs:" + operation + " on " + resource + ": ")
                        .contains("Allow ecs:" + operation + " on " + resource
                                + " to the identity the build uses: {\"Effect\":\"Allow\",\"Action\":\"ecs:"
                                + operation + "\",\"Resource\":\"")
                        .endsWith("}"));
    }

    @Test
    void namesTheResourceAsAwsDoesWhereAwsDoes() {
        step.service(1).create();
        String arn = "arn:aws:ecs:eu-central-1:123456789012:service/prod/web";
        step.aws.faults().always("ecs", "UpdateService", Fault.denied(arn));

        assertThat(refusal()).hasMessageContaining("The build may not ecs:UpdateService on " + arn + ": ");
    }

    @Test
    void namesTheRoleThatTheBuildMayNotPass() {
        step.service(1).create();
        step.aws
                .faults()
                .always(
                        "ecs",
                        "RegisterTaskDefinition",
                        Fault.error(
                                "ClientException",
                                400,
                                "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: iam:PassRole on"
                                        + " resource: arn:aws:iam::123456789012:role/web-task because no"
                                        + " identity-based policy allows the iam:PassRole action"));

        assertThat(refusal())
                .isInstanceOf(AccessDenied.class)
                .hasMessageStartingWith("The build may not iam:PassRole on arn:aws:iam::123456789012:role/web-task: ")
                .hasMessageEndingWith(
                        "Allow iam:PassRole on arn:aws:iam::123456789012:role/web-task to the identity the build uses:"
                                + " {\"Effect\":\"Allow\",\"Action\":\"iam:PassRole\","
                                + "\"Resource\":\"arn:aws:iam::123456789012:role/web-task\",\"Condition\":"
                                + "{\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}}");
    }

    @Test
    void goesOnWithoutThePermissionToSeeTargets() {
        step.service(2)
                .targetGroup(step.targetGroup("web", StepOnLocalAws.DELAY))
                .create();
        step.aws.faults().always("elasticloadbalancing", "DescribeTargetHealth", Fault.denied());

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .filteredOn(warning -> warning.contains("elasticloadbalancing:DescribeTargetHealth"))
                .singleElement()
                .asString()
                .startsWith("Draining cannot be seen, so it is inferred from the tasks' status.");
    }

    @Test
    void goesOnWithoutThePermissionToReadDelays() {
        step.service(1)
                .targetGroup(step.targetGroup("web", StepOnLocalAws.DELAY))
                .create();
        step.aws.faults().always("elasticloadbalancing", "DescribeTargetGroupAttributes", Fault.denied());

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("The remaining time cannot be estimated: The build may not"
                                + " elasticloadbalancing:DescribeTargetGroupAttributes on "));
    }

    @Test
    void saysRolledBackWithoutThePermissionToReadEcsOwnRecordAndTheLogs() {
        step.service(1).create();
        step.newTasks(TaskBehaviour.exits(1).printing("FATAL: no database"));
        step.aws.faults().always("ecs", "ListServiceDeployments", Fault.denied());
        step.aws.faults().always("logs", "GetLogEvents", Fault.denied());

        assertThat(step.run()).isInstanceOf(DeployResult.RolledBack.class);
        assertThat(step.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("ecs:ListServiceDeployments"))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("The log of the failed task cannot be shown: The build may not"
                                + " logs:GetLogEvents on "));
    }
}
