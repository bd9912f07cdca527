package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.deploy.TaskTargets.Registration;
import org.ecsdelivery.engine.ecs.ServiceState.LoadBalancer;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskState.Binding;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which targets a task has in each network mode, and on which rung their states put it. */
class LadderTest {
    private static final String WEB = "arn:web";
    private static final String ADMIN = "arn:admin";
    private static final String HOST = "arn:host";
    private static final String IPV6 = "2600:1f13:a0d:a700::4";
    private static final Registration ONLY = new Registration(WEB, new Target("10.0.1.4", 8080));

    @Test
    void registersATaskOfItsOwnAddressAsIpv4AndIpv6() {
        TaskState task = task(List.of("10.0.1.4", IPV6), Optional.empty(), List.of());

        assertThat(TaskTargets.of(task, List.of(balancer(WEB, "app", 8080)), Map.of()))
                .containsExactlyInAnyOrder(ONLY, new Registration(WEB, new Target(IPV6, 8080)));
    }

    @Test
    void registersATaskOnAHostAtThePortTheHostGaveIt() {
        TaskState task = task(
                List.of(),
                Optional.of(HOST),
                List.of(new Binding("app", 8080, 49153), new Binding("app", 9090, 49154), new Binding("log", 8080, 1)));

        assertThat(TaskTargets.of(
                        task, List.of(balancer(WEB, "app", 8080), balancer(ADMIN, "app", 9090)), Map.of(HOST, "i-1")))
                .containsExactlyInAnyOrder(
                        new Registration(WEB, new Target("i-1", 49153)),
                        new Registration(ADMIN, new Target("i-1", 49154)));
    }

    @Test
    void registersNothingBehindAClassicLoadBalancer() {
        TaskState task = task(List.of("10.0.1.4"), Optional.empty(), List.of());

        assertThat(TaskTargets.of(task, List.of(new LoadBalancer(Optional.empty(), "app", 8080)), Map.of()))
                .isEmpty();
    }

    @Test
    void drainsAsLongAsOneOfSeveralGroupsDoes() {
        Registration admin = new Registration(ADMIN, new Target("10.0.1.4", 9090));
        OldTask selected = selected(List.of(ONLY, admin));

        assertThat(selected.seen(Map.of(WEB, Map.of(), ADMIN, in(admin, Health.DRAINING)))
                        .rung())
                .isEqualTo(Rung.DRAINING);
        assertThat(selected.seen(Map.of(WEB, Map.of(), ADMIN, Map.of())).rung()).isEqualTo(Rung.DRAINED);
    }

    @ParameterizedTest
    @EnumSource
    void takesEachStateOfASelectedTasksTargetForARung(Health health) {
        Rung rung = selected(List.of(ONLY)).seen(Map.of(WEB, in(ONLY, health))).rung();

        assertThat(rung)
                .isEqualTo(
                        switch (health) {
                            case DRAINING, UNHEALTHY_DRAINING -> Rung.DRAINING;
                            case UNUSED -> Rung.DRAINED;
                            case INITIAL, HEALTHY, UNHEALTHY, UNAVAILABLE, UNKNOWN -> Rung.SELECTED;
                        });
    }

    @ParameterizedTest
    @EnumSource
    void takesNoTaskThatIsToStayForADrainingOneUnlessItsTargetIsTakenOut(Health health) {
        OldTask staying = new OldTask("arn:task/1", List.of(ONLY), TaskStatus.RUNNING, false, Map.of(), false);

        assertThat(staying.seen(Map.of(WEB, in(ONLY, health))).rung())
                .isEqualTo(health == Health.DRAINING ? Rung.DRAINING : Rung.SERVING);
    }

    @Test
    void writesAnIpv6AddressInBracketsBeforeItsPort() {
        assertThat(new Target("2001:db8::1", 8080)).hasToString("[2001:db8::1]:8080");
    }

    @ParameterizedTest
    @EnumSource
    void takesATargetThatIsNotDrainingForAnotherTasksOnceItsOwnTaskHasStopped(Health health) {
        OldTask stopped = selected(List.of(ONLY)).seen(Optional.empty());

        assertThat(stopped.seen(Map.of(WEB, in(ONLY, health))).rung())
                .isEqualTo(
                        health == Health.DRAINING || health == Health.UNHEALTHY_DRAINING
                                ? Rung.DRAINING
                                : health == Health.UNKNOWN ? Rung.SELECTED : Rung.STOPPED);
    }

    private static Map<Target, TargetState> in(Registration registration, Health health) {
        return Map.of(registration.target(), new TargetState(health, ""));
    }

    private static OldTask selected(List<Registration> registrations) {
        return new OldTask("arn:task/1", registrations, TaskStatus.DEACTIVATING, true, Map.of(), true);
    }

    private static LoadBalancer balancer(String group, String container, int port) {
        return new LoadBalancer(Optional.of(group), container, port);
    }

    private static TaskState task(List<String> addresses, Optional<String> host, List<Binding> bindings) {
        return new TaskState(
                "arn:task/1",
                "arn:web:1",
                "ecs-svc/1",
                TaskStatus.RUNNING,
                false,
                addresses,
                host,
                bindings,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
