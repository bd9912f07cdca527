package org.ecsdelivery.sandbox.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;

class CloudFormationWireTest {
    private final PipelineStack pipeline = new PipelineStack();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void showsWhatItWouldCreateAndCreatesNothing() {
        DescribeChangeSetResponse set = pipeline.plan("first", ChangeSetType.CREATE);

        assertThat(set.status()).isEqualTo(ChangeSetStatus.CREATE_COMPLETE);
        assertThat(changes(set)).contains("Add QaService AWS::ECS::Service", "Add Repository AWS::ECR::Repository");
        assertThat(pipeline.stack().stackStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(pipeline.aws.registry().repository("shop")).isEmpty();
    }

    @Test
    void createsServicesThatRun() {
        Stack stack = pipeline.created();

        assertThat(stack.stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.outputs())
                .extracting(each -> each.outputKey(), each -> each.outputValue())
                .contains(tuple("Cluster", "shop"), tuple("QaService", "shop-qa"), tuple("Container", "shop"));
        assertThat(pipeline.aws.registry().repository("shop")).isPresent();
        String group = pipeline.aws
                .stacks()
                .physicalId(PipelineStack.NAME, "QaTargetGroup")
                .orElseThrow();
        assertThat(pipeline.aws.elb().size(group)).isEqualTo(1);
    }

    @Test
    void givesInstancesToAClusterThatRunsOnThem() {
        pipeline.with("LaunchType", "EC2").with("NetworkMode", "bridge");

        assertThat(pipeline.created().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void tellsTheEventsOfOneRequestApart() {
        pipeline.created();
        pipeline.with("QaDesiredCount", "2").plan("second", ChangeSetType.UPDATE);
        pipeline.execute("second", "update-2");
        pipeline.settled();

        assertThat(pipeline.events().stream().filter(each -> "update-2".equals(each.clientRequestToken())))
                .extracting(StackEvent::logicalResourceId, StackEvent::resourceStatusAsString)
                .containsExactly(
                        tuple(PipelineStack.NAME, "UPDATE_IN_PROGRESS"),
                        tuple("QaService", "UPDATE_IN_PROGRESS"),
                        tuple("QaService", "UPDATE_COMPLETE"),
                        tuple(PipelineStack.NAME, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
                        tuple(PipelineStack.NAME, "UPDATE_COMPLETE"));
    }

    @Test
    void saysWhenNothingWouldChange() {
        pipeline.created();

        DescribeChangeSetResponse set = pipeline.plan("again", ChangeSetType.UPDATE);

        assertThat(set.status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(set.statusReason())
                .isEqualTo("The submitted information didn't contain changes."
                        + " Submit different information to create a change set.");
        assertThatThrownBy(() -> pipeline.execute("again", "no"))
                .hasMessageContaining("cannot be executed in its current status of [FAILED]");
    }

    @Test
    void replacesWhatCannotBeChangedAndWhatRefersToIt() {
        pipeline.created();

        DescribeChangeSetResponse set =
                pipeline.with("InitialImage", "registry.example.com/shop:2").plan("image", ChangeSetType.UPDATE);

        assertThat(changes(set))
                .containsExactly(
                        "Modify QaTaskDefinition AWS::ECS::TaskDefinition True [ContainerDefinitions]",
                        "Modify QaService AWS::ECS::Service False [TaskDefinition]");
    }

    @Test
    void addsAStageAndTakesItAwayButNotItsLog() {
        pipeline.created();
        pipeline.with("CreateProd", "true").with("ProdHost", "www.example.com").plan("prod", ChangeSetType.UPDATE);
        pipeline.execute("prod", "add");
        assertThat(pipeline.settled().stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");

        assertThat(changes(pipeline.with("CreateProd", "false").plan("no-prod", ChangeSetType.UPDATE)))
                .contains("Remove ProdService AWS::ECS::Service");
        pipeline.execute("no-prod", "remove");

        assertThat(pipeline.settled().stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(statusesOf("ProdLogGroup")).endsWith("DELETE_SKIPPED");
        assertThat(statusesOf("ProdService")).endsWith("DELETE_COMPLETE");
    }

    @Test
    void takesBackACreationThatFailedSoThatItCanBeTriedAgain() {
        pipeline.aws.stacks().fail("AlarmTopic", "User: deployer is not authorized to perform: SNS:CreateTopic");

        Stack stack = pipeline.created();

        assertThat(stack.stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(failures().get(0))
                .startsWith("AlarmTopic CREATE_FAILED Resource handler returned message: \"User: deployer is not"
                        + " authorized to perform: SNS:CreateTopic\"");
        assertThat(failures()).anyMatch(each -> each.endsWith("Resource creation cancelled"));
        assertThat(pipeline.aws.registry().repository("shop")).isEmpty();
        assertThatThrownBy(() -> pipeline.plan("second", ChangeSetType.UPDATE))
                .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be updated");
        pipeline.aws.stacks().mend("AlarmTopic");
        pipeline.client.deleteStack(each -> each.stackName(PipelineStack.NAME));
        pipeline.clock.advance(Duration.ofMinutes(2));
        assertThat(pipeline.created().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void fallsForAServiceWhoseTasksDoNotRun() {
        pipeline.aws.ecs().behaviour(image -> true, TaskBehaviour.crashes(1, "no configuration"));

        assertThat(pipeline.created().stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(failures()).singleElement().asString().contains("ECS Deployment Circuit Breaker was triggered");
    }

    @Test
    void takesBackAnUpdateThatFailed() {
        pipeline.created();
        pipeline.aws.stacks().fail("QaService", "no");
        pipeline.with("QaDesiredCount", "3").with("LogRetentionDays", "7").plan("second", ChangeSetType.UPDATE);
        pipeline.execute("second", "two");

        assertThat(pipeline.settled().stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(pipeline.stack().parameters())
                .filteredOn(each -> each.parameterKey().equals("QaDesiredCount"))
                .singleElement()
                .satisfies(each -> assertThat(each.parameterValue()).isEqualTo("1"));
    }

    @Test
    void cancelsAnUpdate() {
        pipeline.created();
        pipeline.with("InitialImage", "registry.example.com/shop:2").plan("second", ChangeSetType.UPDATE);
        pipeline.execute("second", "two");
        pipeline.clock.advance(Duration.ofMillis(1500));
        pipeline.client.cancelUpdateStack(each -> each.stackName(PipelineStack.NAME));

        assertThat(pipeline.settled().stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> pipeline.client.cancelUpdateStack(each -> each.stackName(PipelineStack.NAME)))
                .hasMessageContaining("CancelUpdateStack cannot be called from current stack status");
    }

    @Test
    void findsWhatSomebodyChangedByHand() {
        pipeline.created();
        pipeline.aws.stacks().drift(PipelineStack.NAME, "QaService", "DesiredCount", "7");

        String detection = pipeline.client
                .detectStackDrift(each -> each.stackName(PipelineStack.NAME))
                .stackDriftDetectionId();

        assertThat(pipeline.client
                        .describeStackDriftDetectionStatus(each -> each.stackDriftDetectionId(detection))
                        .stackDriftStatusAsString())
                .isEqualTo("DRIFTED");
        List<StackResourceDrift> drifts = pipeline.client
                .describeStackResourceDrifts(each -> each.stackName(PipelineStack.NAME))
                .stackResourceDrifts();
        assertThat(drifts)
                .filteredOn(each -> each.stackResourceDriftStatusAsString().equals("MODIFIED"))
                .singleElement()
                .satisfies(each -> assertThat(each.propertyDifferences())
                        .extracting(
                                value -> value.propertyPath(),
                                value -> value.expectedValue(),
                                value -> value.actualValue())
                        .containsExactly(tuple("/DesiredCount", "1", "7")));
    }

    @Test
    void refusesWhatATemplateDoesNotAllow() {
        assertThatThrownBy(() -> pipeline.with("QaHost", "not a host").plan("first", ChangeSetType.CREATE))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Parameter QaHost failed to satisfy constraint: a host name in small letters");
        assertThatThrownBy(() -> pipeline.with("QaHost", "").plan("first", ChangeSetType.CREATE))
                .hasMessageContaining("stage qa needs QaHost");
        assertThatThrownBy(() -> pipeline.with("Stage", "qa").plan("first", ChangeSetType.CREATE))
                .hasMessageContaining("Parameters: [Stage] do not exist in the template");
        pipeline.parameters.remove("Stage");
        pipeline.parameters.remove("VpcId");
        assertThatThrownBy(() -> pipeline.plan("first", ChangeSetType.CREATE))
                .hasMessageContaining("Parameters: [VpcId] must have values");
        assertThatThrownBy(() -> pipeline.plan("first", ChangeSetType.CREATE, "Resources: [unclosed"))
                .hasMessageContaining("Template format error");
        assertThatThrownBy(() -> pipeline.stack()).hasMessageContaining("does not exist");
    }

    @Test
    void asksForConsentToRoles() {
        assertThatThrownBy(() -> pipeline.client.createChangeSet(each -> each.stackName("roles")
                        .changeSetName("one")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody("{Resources: {R: {Type: 'AWS::IAM::Role', Properties: {}}}}")))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_IAM]");
    }

    @Test
    void knowsEachChangeSetByItsName() {
        pipeline.plan("first", ChangeSetType.CREATE);

        assertThatThrownBy(() -> pipeline.plan("first", ChangeSetType.CREATE))
                .isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> pipeline.execute("none", "x")).hasMessageContaining("ChangeSet [none] does not exist");
    }

    @Test
    void keepsImagesAndLogsWhenAStackIsDeleted() {
        pipeline.created();
        String id = pipeline.stack().stackId();

        pipeline.client.deleteStack(each -> each.stackName(PipelineStack.NAME));
        pipeline.clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> pipeline.stack()).hasMessageContaining("does not exist");
        assertThat(pipeline.client
                        .describeStacks(each -> each.stackName(id))
                        .stacks()
                        .get(0)
                        .stackStatusAsString())
                .isEqualTo("DELETE_COMPLETE");
        assertThat(pipeline.aws.registry().repository("shop")).isPresent();
        assertThat(pipeline.aws.logs().hasGroup("/ecs/shop-qa")).isTrue();
        assertThat(pipeline.aws.stacks().status(PipelineStack.NAME)).isEmpty();
    }

    private List<String> statusesOf(String resource) {
        return pipeline.events().stream()
                .filter(each -> each.logicalResourceId().equals(resource))
                .map(StackEvent::resourceStatusAsString)
                .toList();
    }

    private List<String> failures() {
        return pipeline.events().stream()
                .filter(each -> each.resourceStatusAsString().endsWith("_FAILED"))
                .map(each -> each.logicalResourceId() + " " + each.resourceStatusAsString() + " "
                        + each.resourceStatusReason())
                .toList();
    }

    private static List<String> changes(DescribeChangeSetResponse set) {
        return set.changes().stream()
                .map(Change::resourceChange)
                .map(CloudFormationWireTest::said)
                .toList();
    }

    private static String said(ResourceChange change) {
        String start = change.actionAsString() + " " + change.logicalResourceId() + " " + change.resourceType();
        return change.replacementAsString() == null
                ? start
                : start + " " + change.replacementAsString() + " "
                        + change.details().stream()
                                .map(each -> each.target().name())
                                .toList();
    }
}
