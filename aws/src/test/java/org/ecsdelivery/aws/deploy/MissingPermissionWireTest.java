package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.permission.Permission;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the step without each of the permissions in the table of them, over the wire. */
class MissingPermissionWireTest {
    /** What only a deployment that fails needs. */
    private static final Set<String> FOR_FAILURES = Set.of(
            "ecs:ListServiceDeployments",
            "ecs:DescribeServiceDeployments",
            "ecs:DescribeServiceRevisions",
            "logs:GetLogEvents");

    private static final Set<String> CLEARING =
            Set.of("ecs:ListTaskDefinitions", "ecs:DeregisterTaskDefinition", "ecs:ListClusters", "ecs:ListServices");

    private static final Set<String> TASKS = Set.of("ecs:ListTasks", "ecs:DescribeTasks");

    private final StepOnLocalAws step = new StepOnLocalAws();
    private final String group = step.aws
            .elb()
            .create(TargetGroupSpec.named("web")
                    .withTargetType("instance")
                    .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                    .withDeregistrationDelay(StepOnLocalAws.DELAY));

    @AfterEach
    void close() {
        step.close();
    }

    static Stream<String> needed() {
        return ofTheStep(each -> each.without().equals("the step fails"));
    }

    static Stream<String> spared() {
        return ofTheStep(each -> !each.without().startsWith("the step fails"));
    }

    private static Stream<String> ofTheStep(Predicate<Permission> which) {
        return Permission.ALL.stream()
                .filter(each -> each.step() == Permission.Step.DEPLOY)
                .filter(which)
                .map(Permission::action)
                // the stand-in, as AWS, checks this one within ecs:RegisterTaskDefinition
                .filter(action -> !action.equals("ecs:TagResource"))
                // a look before the deployment that is noted in the plan, and one that only some definitions need
                .filter(action -> !action.equals("logs:DescribeLogGroups") && !action.equals("ecr:BatchGetImage"))
                // nobody stops these steps, their service has no pause hook, and no task of theirs is protected
                .filter(action -> !action.equals("ecs:StopServiceDeployment")
                        && !action.equals("ecs:ContinueServiceDeployment")
                        && !action.equals("ecs:GetTaskProtection"))
                // and these steps clear no old revisions away
                .filter(action -> !CLEARING.contains(action));
    }

    @ParameterizedTest
    @MethodSource("needed")
    void failsBeforeItChangesTheServiceAndPrintsTheStatementToAdd(String action) {
        serviceOnHosts();
        deny(action);

        assertThat(catchThrowable(step::run))
                .isInstanceOf(AccessDenied.class)
                .hasMessageStartingWith("The build may not " + action + " on ")
                .hasMessageContaining("{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"");
        assertThat(step.told(DeployEvent.DeploymentStarted.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("spared")
    void stillSucceedsAndSaysOnceWhatItCannotSee(String action) {
        serviceOnHosts();
        deny(action);

        DeployResult result = step.run();

        assertThat(result)
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        succeeded -> assertThat(succeeded.level())
                                .isEqualTo(TASKS.contains(action) ? FinishLevel.DRAINED : FinishLevel.STOPPED));
        assertThat(step.time.instant()).isAfterOrEqualTo(step.lastTargetGone(group));
        assertThat(naming(action)).hasSize(FOR_FAILURES.contains(action) ? 0 : 1);
        assertThat(step.warnings()).hasSameSizeAs(naming(action));
    }

    @ParameterizedTest
    @MethodSource("spared")
    void stillSaysRolledBackAndSaysOnceWhatItCannotSee(String action) {
        serviceOnHosts();
        step.newTasks(TaskBehaviour.exits(1).printing("FATAL: no database"));
        deny(action);

        assertThat(step.run()).isInstanceOf(DeployResult.RolledBack.class);
        assertThat(naming(action)).hasSizeLessThanOrEqualTo(1);
        assertThat(step.warnings()).hasSameSizeAs(naming(action));
        if (FOR_FAILURES.contains(action) || TASKS.contains(action)) {
            assertThat(naming(action)).hasSize(1);
        }
    }

    @Test
    void saysDeployedWhenNeitherTasksNorTargetsMayBeSeen() {
        serviceOnHosts();
        spared().forEach(this::deny);

        assertThat(step.run())
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        succeeded -> assertThat(succeeded.level()).isEqualTo(FinishLevel.DEPLOYED));
        assertThat(step.warnings()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs:ListTasks", "ecs:DescribeTasks", "elasticloadbalancing:DescribeTargetHealth"})
    void goesOnWhenAPermissionIsTakenAwayWhileTheDeploymentIsUnderWay(String action) {
        serviceOnHosts();
        step.time.at(Duration.ofSeconds(3), () -> deny(action));

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(naming(action)).hasSize(1);
    }

    @Test
    void notesInThePlanThatItMayNotLookForTheLogGroups() {
        serviceOnHosts();
        deny("logs:DescribeLogGroups");

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings()).isEmpty();
        assertThat(step.told(DeployEvent.Planned.class).get(0).plan().notes())
                .anyMatch(note -> note.contains("The build may not logs:DescribeLogGroups on "));
    }

    private void serviceOnHosts() {
        step.aws.ecs().containerInstance(StepOnLocalAws.CLUSTER, "i-0123456789abcdef0");
        step.service(2).bridge().targetGroup(group).alarm("errors-high").create();
        step.counting(2);
    }

    private void deny(String action) {
        String[] parts = action.split(":");
        step.aws.faults().always(parts[0], parts[1], Fault.denied());
    }

    private List<String> naming(String action) {
        return step.warnings().stream()
                .filter(warning -> warning.contains("The build may not " + action + " on "))
                .toList();
    }
}
