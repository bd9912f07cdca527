package org.ecsdelivery.engine.deploy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.failure.EngineException;

/** Asks AWS about one service and counts the calls, so that the beat can follow what a look costs. */
final class Fleet {
    private static final int TASKS_A_CALL = 100;

    private final DeployPorts ports;
    private final DeploySettings settings;
    private final Map<String, String> instances = new HashMap<>();
    private int calls;

    Fleet(DeployPorts ports, DeploySettings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    /** Returns the calls since the last time this was asked, at least 1. */
    int callsSinceLast() {
        int made = Math.max(1, calls);
        calls = 0;
        return made;
    }

    void count(int made) {
        calls += made;
    }

    ServiceState service() {
        count(1);
        return ports.ecs().service(cluster(), settings.service());
    }

    List<TaskState> tasks(Collection<String> arns) {
        count((arns.size() + TASKS_A_CALL - 1) / TASKS_A_CALL);
        return arns.isEmpty() ? List.of() : ports.ecs().tasks(cluster(), arns);
    }

    List<TaskState> runningTasks() {
        List<String> arns = ports.ecs().listTasks(cluster(), settings.service(), TaskList.RUNNING);
        count(1 + arns.size() / TASKS_A_CALL);
        return tasks(arns);
    }

    /** Returns until when tasks are protected from scale-in, as far as they are. */
    Map<String, Instant> protectedUntil(Collection<String> arns) {
        count(1);
        return ports.ecs().protectedUntil(cluster(), arns);
    }

    /** Returns the tasks that shall stop or have stopped, but for those already known. */
    List<TaskState> stoppedTasks(Set<String> known) {
        List<String> arns = ports.ecs().listTasks(cluster(), settings.service(), TaskList.STOPPED);
        count(1 + arns.size() / TASKS_A_CALL);
        return tasks(arns.stream().filter(arn -> !known.contains(arn)).toList());
    }

    Map<String, Map<Target, TargetState>> targets(Collection<String> groups) {
        Map<String, Map<Target, TargetState>> all = new LinkedHashMap<>();
        for (String group : groups) {
            count(1);
            all.put(group, ports.targetGroups().targets(group));
        }
        return all;
    }

    /** Returns the EC2 instance of each container instance these tasks run on; each is asked for once. */
    Map<String, String> instancesOf(Collection<TaskState> tasks) {
        List<String> unknown = tasks.stream()
                .filter(task -> task.addresses().isEmpty())
                .flatMap(task -> task.containerInstance().stream())
                .filter(arn -> !instances.containsKey(arn))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            count(1);
            instances.putAll(ports.ecs().instances(cluster(), unknown));
        }
        return instances;
    }

    /** Returns who registered a revision; what cannot be asked stays unknown, for it changes no end. */
    Origin originOf(String taskDefinition) {
        try {
            return Origin.from(ports.ecs().revision(taskDefinition));
        } catch (EngineException unseen) {
            return Origin.UNKNOWN;
        }
    }

    List<ServiceDeploymentState> serviceDeployments() {
        count(3);
        return ports.ecs().serviceDeployments(cluster(), settings.service());
    }

    int answerPauses(String record, PauseAnswer answer) {
        count(1);
        int answered = ports.ecs().answerPauses(record, answer);
        count(answered);
        return answered;
    }

    private ClusterName cluster() {
        return settings.cluster();
    }
}
