package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link EcsApi}, the one in memory and the one over the wire. */
public abstract class EcsApiContract {
    /** The container that takes the requests, on port 8080. */
    protected static final String APP = "app";
    /** The container beside it. */
    protected static final String SIDECAR = "proxy";

    private static final ServiceName NOBODY = new ServiceName("nobody");
    private static final ClusterName NOWHERE = new ClusterName("nowhere");
    private static final ImageReference NEW_IMAGE = ImageReference.parse("registry.example.org/web:2");

    /** Puts the service into the world, in steady state, with containers {@link #APP} and {@link #SIDECAR}. */
    protected abstract void serviceRuns(int tasks);

    /** Lets ECS bring the rollout that was begun to its good end. */
    protected abstract void finishRollout();

    /** Makes a deployment wait at a pause hook of the service; returns the ARN of its record. */
    protected abstract String waitsAtAPauseHook();

    /** Returns the adapter under test. */
    protected abstract EcsApi ecs();

    /** Protects a task from scale-in for a while. */
    protected abstract void protect(String taskArn);

    /** Returns the cluster of the service. */
    protected abstract ClusterName cluster();

    /** Returns the service. */
    protected abstract ServiceName service();

    /** Returns the ARN of the target group that the service's tasks are registered in. */
    protected abstract String targetGroup();

    private ServiceState look() {
        return ecs().service(cluster(), service());
    }

    private String registered() {
        return registered(Map.of());
    }

    private String registered(Map<String, String> tags) {
        return ecs().register(look().taskDefinition(), new ContainerName(APP), NEW_IMAGE, RevisionChanges.NONE, tags);
    }

    private ServiceState deployed() {
        return ecs().update(cluster(), service(), registered());
    }

    private List<String> list(TaskList which) {
        return ecs().listTasks(cluster(), service(), which);
    }

    private List<TaskState> described(TaskList which) {
        return ecs().tasks(cluster(), list(which));
    }

    private static void assertFailsWith(FailureKind kind, String name, ThrowingCallable call) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call)
                .withMessageContaining(name)
                .extracting(EngineException::kind)
                .isEqualTo(kind);
    }

    // --- services

    @Test
    void tellsWhatTheServiceRuns() {
        serviceRuns(2);
        ServiceState seen = look();
        assertThat(seen.name()).isEqualTo(service().value());
        assertThat(seen.status()).isEqualTo("ACTIVE");
        assertThat(seen.controller()).isEqualTo("ECS");
        assertThat(seen.desired()).isEqualTo(2);
        assertThat(seen.running()).isEqualTo(2);
        assertThat(seen.rollsBack()).isTrue();
    }

    @Test
    void tellsHowTheServiceIsDeployed() {
        serviceRuns(1);
        assertThat(look().rules())
                .isEqualTo(new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true));
    }

    @Test
    void tellsTheOneDeploymentOfAServiceInSteadyState() {
        serviceRuns(2);
        assertThat(look().deployments()).singleElement().satisfies(deployment -> {
            assertThat(deployment.id()).startsWith("ecs-svc/");
            assertThat(deployment.isPrimary()).isTrue();
            assertThat(deployment.rollout()).isEqualTo(Rollout.COMPLETED);
            assertThat(deployment.taskDefinition()).isEqualTo(look().taskDefinition());
            assertThat(deployment.running()).isEqualTo(2);
        });
    }

    @Test
    void tellsWhereTheTasksAreRegistered() {
        serviceRuns(1);
        assertThat(look().loadBalancers())
                .containsExactly(new ServiceState.LoadBalancer(Optional.of(targetGroup()), APP, 8080));
    }

    @Test
    void namesTheServiceThatDoesNotExist() {
        serviceRuns(1);
        assertFailsWith(FailureKind.SERVICE_NOT_FOUND, "nobody", () -> ecs().service(cluster(), NOBODY));
    }

    @Test
    void leavesOutAServiceThatDoesNotExistWhenAskedForSeveral() {
        serviceRuns(1);
        assertThat(ecs().services(cluster(), List.of(NOBODY, service())))
                .extracting(ServiceState::name)
                .containsExactly(service().value());
    }

    @Test
    void namesTheClusterThatDoesNotExist() {
        serviceRuns(1);
        assertFailsWith(FailureKind.CLUSTER_NOT_FOUND, "nowhere", () -> ecs().service(NOWHERE, service()));
    }

    // --- revisions

    @Test
    void tellsTheContainersOfARevision() {
        serviceRuns(1);
        RevisionState revision = ecs().revision(look().taskDefinition());
        assertThat(revision.arn()).isEqualTo(look().taskDefinition());
        assertThat(revision.networkMode()).isEqualTo("awsvpc");
        assertThat(revision.containers())
                .extracting(each -> each.name().value())
                .containsExactly(APP, SIDECAR);
    }

    @Test
    void tellsHowLongAContainerMayTakeToEndAndThatItTakesNoPortOfItsHost() {
        serviceRuns(1);
        assertThat(ecs().revision(look().taskDefinition()).containers()).allSatisfy(container -> {
            assertThat(container.stopTimeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(container.healthyWithin()).isEmpty();
            assertThat(container.hostPorts()).isEmpty();
        });
    }

    @Test
    void tellsWhichTasksAreProtectedFromScaleIn() {
        serviceRuns(2);
        List<String> arns = ecs().listTasks(cluster(), service(), EcsApi.TaskList.RUNNING);
        protect(arns.get(0));

        assertThat(ecs().protectedUntil(cluster(), arns)).containsOnlyKeys(arns.get(0));
        assertThat(ecs().protectedUntil(cluster(), arns.subList(1, 2))).isEmpty();
    }

    @Test
    void tellsThePortsOfAContainer() {
        serviceRuns(1);
        assertThat(ecs().revision(look().taskDefinition()).containers().get(0).ports())
                .containsExactly(8080);
    }

    @Test
    void refusesToDescribeARevisionThatDoesNotExist() {
        serviceRuns(1);
        String missing = look().taskDefinition().replaceFirst("\\d+$", "4711");
        assertFailsWith(FailureKind.AWS_REFUSED, missing, () -> ecs().revision(missing));
    }

    @Test
    void registersTheNextRevisionOfTheSameFamily() {
        serviceRuns(1);
        String base = look().taskDefinition();
        assertThat(registered()).isNotEqualTo(base).startsWith(base.replaceFirst("\\d+$", ""));
    }

    @Test
    void findsTheRevisionThatIsJustWhatItWouldRegister() {
        serviceRuns(1);
        String base = look().taskDefinition();
        assertThat(equalTo(base)).isEmpty();
        String next = registered(Map.of("ecs-delivery:build-id", "42"));
        assertThat(equalTo(base)).contains(next);
        assertThat(equalTo(next)).contains(next);
    }

    @Test
    void findsNoRevisionThatHasTheImageButOtherVariables() {
        serviceRuns(1);
        String base = look().taskDefinition();
        RevisionChanges changes = variables(Map.of("LEVEL", "debug"), Set.of());
        String next = changed(base, changes);
        assertThat(equalTo(base)).isEmpty();
        assertThat(ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, changes))
                .contains(next);
        assertThat(equalTo(next)).contains(next);
    }

    private Optional<String> equalTo(String base) {
        return ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, RevisionChanges.NONE);
    }

    @Test
    void changesTheImageOfTheNamedContainerOnly() {
        serviceRuns(1);
        String sidecar = imageOf(SIDECAR, look().taskDefinition());
        String next = registered();
        assertThat(imageOf(APP, next)).isEqualTo(NEW_IMAGE.toString());
        assertThat(imageOf(SIDECAR, next)).isEqualTo(sidecar);
    }

    @Test
    void leavesTheBaseAsItWas() {
        serviceRuns(1);
        String base = look().taskDefinition();
        RevisionState before = ecs().revision(base);
        registered();
        assertThat(ecs().revision(base)).isEqualTo(before);
    }

    @Test
    void tellsTheTagsOfARevisionAndWhoRegisteredIt() {
        serviceRuns(1);
        RevisionState seen = ecs().revision(registered(Map.of("ecs-delivery:build-id", "42", "team", "shop")));
        assertThat(seen.tags()).containsEntry("ecs-delivery:build-id", "42").containsEntry("team", "shop");
        assertThat(seen.registeredBy())
                .hasValueSatisfying(who -> assertThat(who).startsWith("arn:"));
    }

    @Test
    void handsNoTagOfTheBuildThatMadeTheBaseDownToTheNextRevision() {
        serviceRuns(1);
        String base =
                registered(Map.of("ecs-delivery:build-id", "42", "ecs-delivery:build-url", "https://ci/build/42"));
        String next = ecs().register(
                        base,
                        new ContainerName(APP),
                        NEW_IMAGE,
                        RevisionChanges.NONE,
                        Map.of("ecs-delivery:build-id", "43"));
        assertThat(ecs().revision(next).tags())
                .containsEntry("ecs-delivery:build-id", "43")
                .doesNotContainKey("ecs-delivery:build-url");
    }

    @Test
    void setsTagsAndHandsThoseOfTheBaseDown() {
        serviceRuns(1);
        String first = tagged(look().taskDefinition(), Map.of("team", "shop", "cost", "1"));
        assertThat(ecs().revision(tagged(first, Map.of("cost", "2"))).tags())
                .containsEntry("team", "shop")
                .containsEntry("cost", "2");
    }

    @Test
    void findsNoRevisionWithoutTheTagsThatItShallHave() {
        serviceRuns(1);
        String next = tagged(look().taskDefinition(), Map.of("team", "shop"));
        assertThat(equalTagged(next, Map.of("team", "shop"))).contains(next);
        assertThat(equalTagged(next, Map.of("team", "mail"))).isEmpty();
        assertThat(equalTagged(next, Map.of("team", "shop", "cost", "1"))).isEmpty();
        assertThat(equalTo(next)).contains(next);
    }

    private String tagged(String base, Map<String, String> tags) {
        return changed(base, RevisionChanges.NONE.tagged(tags));
    }

    private Optional<String> equalTagged(String base, Map<String, String> tags) {
        return ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, RevisionChanges.NONE.tagged(tags));
    }

    @Test
    void namesTheContainerThatIsNotInTheBase() {
        serviceRuns(1);
        String base = look().taskDefinition();
        assertFailsWith(
                FailureKind.CONTAINER_NOT_FOUND,
                "ghost",
                () -> ecs().register(base, new ContainerName("ghost"), NEW_IMAGE, RevisionChanges.NONE, Map.of()));
    }

    @Test
    void setsAndRemovesVariablesOfTheNamedContainerOnly() {
        serviceRuns(1);
        String first = changed(look().taskDefinition(), variables(Map.of("A", "1", "B", "2=2"), Set.of()));
        String second = changed(first, variables(Map.of("C", "3"), Set.of("A")));
        assertThat(container(APP, first).variables().plain()).isEqualTo(Map.of("A", "1", "B", "2=2"));
        assertThat(container(APP, second).variables().plain()).isEqualTo(Map.of("B", "2=2", "C", "3"));
        assertThat(container(SIDECAR, second).variables()).isEqualTo(Variables.NONE);
    }

    @Test
    void makesASecretOfAVariable() {
        serviceRuns(1);
        String arn = "arn:aws:ssm:eu-central-1:123456789012:parameter/db";
        String first = changed(look().taskDefinition(), variables(Map.of("DB", "in clear"), Set.of()));
        String second = changed(
                first,
                new RevisionChanges(
                        Map.of(),
                        Map.of("DB", arn),
                        Set.of(),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(container(APP, second).variables()).isEqualTo(new Variables(Map.of(), Map.of("DB", arn)));
    }

    @Test
    void changesCommandSizeAndRoles() {
        serviceRuns(1);
        String role = "arn:aws:iam::123456789012:role/";
        String next = changed(
                look().taskDefinition(),
                new RevisionChanges(
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        false,
                        List.of("serve", "--port=80 80"),
                        Optional.of("512"),
                        Optional.of("1024"),
                        Optional.of(role + "task"),
                        Optional.of(role + "execution")));
        assertThat(ecs().revision(next).traits())
                .isEqualTo(new TaskTraits("512", "1024", role + "task", role + "execution"));
        assertThat(container(APP, next).command()).containsExactly("serve", "--port=80 80");
    }

    private String changed(String base, RevisionChanges changes) {
        return ecs().register(base, new ContainerName(APP), NEW_IMAGE, changes, Map.of());
    }

    private static RevisionChanges variables(Map<String, String> environment, Set<String> removed) {
        return new RevisionChanges(
                environment,
                Map.of(),
                removed,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private RevisionState.Container container(String name, String revision) {
        return ecs().revision(revision).containers().stream()
                .filter(each -> each.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String imageOf(String container, String revision) {
        return ecs().revision(revision).containers().stream()
                .filter(each -> each.name().value().equals(container))
                .map(RevisionState.Container::image)
                .findFirst()
                .orElseThrow();
    }

    // --- deployments

    @Test
    void answersAnUpdateWithTheNewDeployment() {
        serviceRuns(2);
        String before = look().primary().orElseThrow().id();
        String revision = registered();
        ServiceState answer = ecs().update(cluster(), service(), revision);
        assertThat(answer.primary()).hasValueSatisfying(primary -> {
            assertThat(primary.id()).startsWith("ecs-svc/").isNotEqualTo(before);
            assertThat(primary.taskDefinition()).isEqualTo(revision);
            assertThat(primary.rollout()).isEqualTo(Rollout.IN_PROGRESS);
        });
    }

    @Test
    void changesTheServiceWithTheUpdateAndNothingOfItWithoutBeingTold() {
        serviceRuns(2);
        ServiceChanges changes = new ServiceChanges(Optional.of(3), Optional.of(Duration.ofSeconds(45)));
        ecs().update(cluster(), service(), registered(), changes);
        ServiceState after = ecs().update(cluster(), service(), registered());
        assertThat(after.desired()).isEqualTo(3);
        assertThat(after.rules().gracePeriod()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void changesHowTheServiceIsDeployedAndNothingOfItWithoutBeingTold() {
        serviceRuns(2);
        Optional<Integer> same = Optional.empty();
        ecs().update(
                        cluster(),
                        service(),
                        registered(),
                        new ServiceChanges(
                                same, Optional.empty(), Optional.of(40), same, Optional.of(CircuitBreaker.FAIL)));
        ServiceState after = ecs().update(
                        cluster(),
                        service(),
                        registered(),
                        new ServiceChanges(same, Optional.empty(), same, Optional.of(150), Optional.empty()));
        assertThat(after.rules().minimumHealthyPercent()).isEqualTo(40);
        assertThat(after.rules().maximumPercent()).isEqualTo(150);
        assertThat(after.rules().breaker()).isEqualTo(CircuitBreaker.FAIL);
    }

    private DeploymentRules.Alarms watching(AlarmChanges changes) {
        return ecs().update(cluster(), service(), registered(), ServiceChanges.NONE.watching(changes))
                .rules()
                .alarms();
    }

    @Test
    void changesTheAlarmsThatGuardDeployments() {
        serviceRuns(2);
        assertThat(watching(new AlarmChanges(List.of("errors", "latency"), Optional.of(OnAlarm.ROLL_BACK))))
                .isEqualTo(new DeploymentRules.Alarms(List.of("errors", "latency"), true));
        assertThat(watching(new AlarmChanges(List.of("errors"), Optional.empty())))
                .isEqualTo(new DeploymentRules.Alarms(List.of("errors"), true));
        assertThat(watching(AlarmChanges.NONE)).isEqualTo(new DeploymentRules.Alarms(List.of("errors"), true));
        assertThat(watching(new AlarmChanges(List.of(), Optional.of(OnAlarm.FAIL))))
                .isEqualTo(new DeploymentRules.Alarms(List.of("errors"), false));
        assertThat(watching(new AlarmChanges(List.of(), Optional.of(OnAlarm.OFF))))
                .isEqualTo(DeploymentRules.Alarms.NONE);
    }

    @Test
    void beginsNoDeploymentOfTheRevisionThatTheServiceRuns() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState after = ecs().update(
                        cluster(),
                        service(),
                        before.taskDefinition(),
                        new ServiceChanges(Optional.of(3), Optional.of(Duration.ofSeconds(45))));
        assertThat(after.primary().orElseThrow().id()).isEqualTo(before.id());
        assertThat(after.desired()).isEqualTo(3);
    }

    @Test
    void beginsADeploymentOfTheRevisionThatTheServiceRunsWhenForcedTo() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState after = ecs().deployAgain(cluster(), service(), before.taskDefinition(), ServiceChanges.NONE);
        assertThat(after.primary().orElseThrow().id()).isNotEqualTo(before.id());
        assertThat(after.primary().orElseThrow().taskDefinition()).isEqualTo(before.taskDefinition());
    }

    private static final ServiceChanges ON_SPOT = ServiceChanges.NONE.on(
            List.of(new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 3, 0)));

    @Test
    void placesTasksOnOtherCapacityProvidersAndKeepsThemThere() {
        serviceRuns(2);
        assertThat(look().traits()).isEqualTo(new ServiceTraits("FARGATE", List.of(), PropagateTags.NONE));
        ecs().update(cluster(), service(), registered(), ON_SPOT);
        ServiceState after = ecs().update(cluster(), service(), registered());
        assertThat(after.traits()).isEqualTo(new ServiceTraits("", ON_SPOT.providers(), PropagateTags.NONE));
    }

    @Test
    void changesWhoseTagsTasksGetAndBeginsNoDeploymentForThat() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ecs().update(
                        cluster(),
                        service(),
                        before.taskDefinition(),
                        ServiceChanges.NONE.propagating(PropagateTags.TASK_DEFINITION));
        ServiceState after = ecs().update(cluster(), service(), before.taskDefinition());
        assertThat(after.traits().propagated()).isEqualTo(PropagateTags.TASK_DEFINITION);
        assertThat(after.primary().orElseThrow().id()).isEqualTo(before.id());
    }

    @Test
    void beginsADeploymentOfTheRevisionThatTheServiceRunsWhenItsTasksArePlacedElsewhere() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState moved = ecs().update(cluster(), service(), before.taskDefinition(), ON_SPOT);
        String own = moved.primary().orElseThrow().id();
        assertThat(own).isNotEqualTo(before.id());
        ServiceState same = ecs().update(cluster(), service(), before.taskDefinition(), ON_SPOT);
        assertThat(same.primary().orElseThrow().id()).isEqualTo(own);
    }

    @Test
    void stillListsTheDeploymentThatIsBeingReplaced() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState answer = deployed();
        assertThat(answer.deployments()).hasSize(2);
        assertThat(answer.deployments().get(0).isPrimary()).isTrue();
        assertThat(answer.deployment(before.id()))
                .hasValueSatisfying(old -> assertThat(old.isPrimary()).isFalse());
    }

    @Test
    void findsTheDeploymentOfTheUpdateAgain() {
        serviceRuns(2);
        String id = deployed().primary().orElseThrow().id();
        finishRollout();
        assertThat(look().deployment(id)).hasValueSatisfying(deployment -> {
            assertThat(deployment.rollout()).isEqualTo(Rollout.COMPLETED);
            assertThat(deployment.running()).isEqualTo(2);
        });
    }

    @Test
    void refusesToUpdateAServiceThatDoesNotExist() {
        serviceRuns(1);
        String revision = registered();
        assertFailsWith(FailureKind.SERVICE_NOT_FOUND, "nobody", () -> ecs().update(cluster(), NOBODY, revision));
    }

    @Test
    void recordsTheDeploymentOfARevisionNewestFirst() {
        serviceRuns(2);
        String revision = registered();
        ecs().update(cluster(), service(), revision);
        finishRollout();
        assertThat(ecs().serviceDeployments(cluster(), service())).first().satisfies(record -> {
            assertThat(record.taskDefinition()).isEqualTo(revision);
            assertThat(record.status()).isEqualTo("SUCCESSFUL");
        });
    }

    @Test
    void takesADeploymentThatIsUnderWayBack() {
        serviceRuns(2);
        deployed();
        ServiceDeploymentState ours =
                ecs().serviceDeployments(cluster(), service()).get(0);
        assertThat(ours.isOver()).isFalse();
        ecs().turnBack(ours.arn());
        assertThat(ecs().serviceDeployments(cluster(), service()).get(0).isRolledBack())
                .isTrue();
    }

    @Test
    void takesNothingBackThatIsOver() {
        serviceRuns(1);
        ServiceDeploymentState over =
                ecs().serviceDeployments(cluster(), service()).get(0);
        assertThat(over.isOver()).isTrue();
        assertFailsWith(FailureKind.AWS_REFUSED, "", () -> ecs().turnBack(over.arn()));
    }

    @Test
    void hasADeploymentThatWaitsAtAPauseHookGoOn() {
        String deployment = waitsAtAPauseHook();
        assertThat(ecs().answerPauses(deployment, PauseAnswer.CONTINUE)).isEqualTo(1);
        assertThat(ecs().answerPauses(deployment, PauseAnswer.CONTINUE)).isZero();
        assertThat(ecs().serviceDeployments(cluster(), service()).get(0).isRolledBack())
                .isFalse();
    }

    @Test
    void hasADeploymentThatWaitsAtAPauseHookGoBack() {
        String deployment = waitsAtAPauseHook();
        assertThat(ecs().answerPauses(deployment, PauseAnswer.ROLL_BACK)).isEqualTo(1);
        assertThat(ecs().serviceDeployments(cluster(), service()).get(0).isRolledBack())
                .isTrue();
    }

    @Test
    void tellsEventsNewestFirst() {
        serviceRuns(2);
        deployed();
        finishRollout();
        List<Instant> instants = look().events().stream().map(ServiceEvent::at).toList();
        assertThat(instants).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    }

    // --- old revisions

    private static String family(String arn) {
        String id = RevisionState.shortId(arn);
        return id.substring(0, id.lastIndexOf(':'));
    }

    @Test
    void listsTheActiveRevisionsNewestFirst() {
        serviceRuns(1);
        String base = look().taskDefinition();
        String second = registered();
        String third = registered();
        assertThat(ecs().activeRevisions(family(base))).containsExactly(third, second, base);
        ecs().deregister(second);
        assertThat(ecs().activeRevisions(family(base))).containsExactly(third, base);
        assertThat(ecs().activeRevisions("no-such-family")).isEmpty();
    }

    @Test
    void knowsTheRevisionsThatAServiceBringsOrATaskRuns() {
        serviceRuns(1);
        String base = look().taskDefinition();
        registered();
        assertThat(ecs().revisionsInUse(family(base))).containsExactly(base);
        String brought = deployed().taskDefinition();
        assertThat(ecs().revisionsInUse(family(base))).containsExactlyInAnyOrder(base, brought);
    }

    // --- tasks

    @Test
    void listsTheTasksThatShallRun() {
        serviceRuns(2);
        assertThat(list(TaskList.RUNNING)).hasSize(2);
        assertThat(list(TaskList.STOPPED)).isEmpty();
    }

    @Test
    void tellsOfEachTaskWhatTheEngineTracks() {
        serviceRuns(1);
        DeploymentState primary = look().primary().orElseThrow();
        assertThat(described(TaskList.RUNNING)).singleElement().satisfies(task -> {
            assertThat(task.startedBy()).isEqualTo(primary.id());
            assertThat(task.taskDefinition()).isEqualTo(primary.taskDefinition());
            assertThat(task.status()).isEqualTo(TaskStatus.RUNNING);
            assertThat(task.shallStop()).isFalse();
            assertThat(task.addresses()).isNotEmpty();
        });
    }

    @Test
    void listsTheTasksOfTheNewDeploymentOnceItIsThrough() {
        serviceRuns(2);
        String id = deployed().primary().orElseThrow().id();
        finishRollout();
        assertThat(described(TaskList.RUNNING))
                .hasSize(2)
                .extracting(TaskState::startedBy)
                .containsOnly(id);
    }

    @Test
    void listsTheReplacedTasksAmongTheStoppedOnes() {
        serviceRuns(2);
        List<String> old = list(TaskList.RUNNING);
        deployed();
        finishRollout();
        assertThat(described(TaskList.STOPPED))
                .hasSize(2)
                .allMatch(TaskState::shallStop)
                .extracting(TaskState::arn)
                .containsExactlyInAnyOrderElementsOf(old);
    }

    @Test
    void listsAndDescribesMoreTasksThanFitIntoOnePage() {
        serviceRuns(230);
        assertThat(list(TaskList.RUNNING)).hasSize(230).doesNotHaveDuplicates();
        assertThat(described(TaskList.RUNNING)).hasSize(230);
    }

    @Test
    void leavesForgottenTasksOut() {
        serviceRuns(1);
        List<String> arns = new ArrayList<>(list(TaskList.RUNNING));
        String known = arns.get(0);
        arns.add(known.replaceFirst("/[^/]*$", "/0123456789abcdef0123456789abcdef"));
        assertThat(ecs().tasks(cluster(), arns)).extracting(TaskState::arn).containsExactly(known);
    }

    @Test
    void describesNoTasksWhenAskedForNone() {
        serviceRuns(1);
        assertThat(ecs().tasks(cluster(), List.of())).isEmpty();
        assertThat(ecs().instances(cluster(), List.of())).isEmpty();
    }

    @Test
    void refusesToListTasksOfAServiceThatDoesNotExist() {
        serviceRuns(1);
        assertFailsWith(
                FailureKind.SERVICE_NOT_FOUND, "nobody", () -> ecs().listTasks(cluster(), NOBODY, TaskList.RUNNING));
    }
}
