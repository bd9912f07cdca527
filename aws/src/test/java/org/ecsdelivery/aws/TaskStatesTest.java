package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Task;

/** What becomes of tasks that leave things out, or bring words that are new. */
class TaskStatesTest {
    private static TaskState task(Task.Builder task) {
        return TaskStates.task(task.taskArn("arn").build());
    }

    @ParameterizedTest
    @CsvSource({
        "PROVISIONING, PROVISIONING",
        "PENDING, PENDING",
        "ACTIVATING, ACTIVATING",
        "RUNNING, RUNNING",
        "DEACTIVATING, DEACTIVATING",
        "STOPPING, STOPPING",
        "DEPROVISIONING, DEPROVISIONING",
        "STOPPED, STOPPED",
        "DELETED, STOPPED",
        "SOMETHING_NEW, UNKNOWN",
        ", UNKNOWN"
    })
    void readsWhereATaskIsInItsLife(String word, TaskStatus expected) {
        assertThat(task(Task.builder().lastStatus(word)).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, false", "STOPPED, true", ", false"})
    void tellsWhetherATaskShallStop(String desired, boolean expected) {
        assertThat(task(Task.builder().desiredStatus(desired)).shallStop()).isEqualTo(expected);
    }

    @Test
    void knowsBothAddressesOfATask() {
        assertThat(task(Task.builder()
                                .containers(each -> each.name("app")
                                        .networkInterfaces(card -> card.privateIpv4Address("10.0.0.1")
                                                .ipv6Address("fd00::1"))))
                        .addresses())
                .containsExactly("10.0.0.1", "fd00::1");
    }

    @Test
    void knowsTheAddressOfATaskWhoseContainersAreGone() {
        assertThat(task(Task.builder()
                                .attachments(each -> each.type("ElasticNetworkInterface")
                                        .details(
                                                KeyValuePair.builder()
                                                        .name("subnetId")
                                                        .value("subnet-1")
                                                        .build(),
                                                KeyValuePair.builder()
                                                        .name("privateIPv4Address")
                                                        .value("10.0.0.1")
                                                        .build())))
                        .addresses())
                .containsExactly("10.0.0.1");
    }

    @Test
    void doesNotMindAnAddressThatIsNotGivenYet() {
        assertThat(task(Task.builder()
                                .attachments(each -> each.type("ElasticNetworkInterface")
                                        .details(KeyValuePair.builder()
                                                .name("privateIPv4Address")
                                                .build())))
                        .addresses())
                .isEmpty();
    }

    @Test
    void tellsAnAddressOnce() {
        assertThat(task(Task.builder()
                                .containers(
                                        each -> each.networkInterfaces(card -> card.privateIpv4Address("10.0.0.1")),
                                        each -> each.networkInterfaces(card -> card.privateIpv4Address("10.0.0.1"))))
                        .addresses())
                .containsExactly("10.0.0.1");
    }

    @Test
    void leavesOutPortsThatTheHostDoesNotShow() {
        assertThat(task(Task.builder()
                                .containers(each -> each.name("app")
                                        .networkBindings(
                                                open -> open.containerPort(8080).hostPort(32768),
                                                range -> range.containerPortRange("9000-9009")
                                                        .hostPortRange("40000-40009"))))
                        .bindings())
                .isEqualTo(List.of(new TaskState.Binding("app", 8080, 32768)));
    }

    @Test
    void knowsNoExitCodeOfAContainerThatNeverRan() {
        assertThat(task(Task.builder().containers(each -> each.name("app").reason("CannotPullContainerError: no")))
                        .containers())
                .containsExactly(new TaskState.ContainerState(
                        "app", Optional.empty(), Optional.of("CannotPullContainerError: no")));
    }
}
