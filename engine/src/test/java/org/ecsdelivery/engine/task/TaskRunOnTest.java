package org.ecsdelivery.engine.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.FanOut;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.InMemoryTaskRuns;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.report.Narration;
import org.ecsdelivery.engine.report.Passage;
import org.ecsdelivery.engine.report.TaskVerdict;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;

/** The task step on virtual time, with tasks and logs in memory. */
final class TaskRunOnTest {
    private static final TaskOrigin ORIGIN =
            new TaskOrigin("teamcity-build-42", "TeamCity build 1.4.2 of Shop_Migrate", "token", Map.of("a", "b"));

    final VirtualTime time = new VirtualTime();
    final InMemoryTaskRuns tasks;
    final InMemoryEcs logs = new InMemoryEcs(time);
    final Cancellation cancellation = new Cancellation();
    final RecordedEvents events = new RecordedEvents();
    TaskSettings settings = new TaskSettings(
            InMemoryTaskRuns.CLUSTER,
            InMemoryTaskRuns.DEFINITION,
            Optional.empty(),
            new TaskOverrides(List.of("migrate", "--all"), Map.of("LEVEL", "7"), Optional.of(512), Optional.of(1024)),
            TaskPlacement.on(LaunchOn.EC2, Optional.empty()),
            FanOut.ONE,
            Duration.ofMinutes(10),
            new AwsAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    TaskRunOnTest() {
        this(new InMemoryTaskRuns("app"));
    }

    TaskRunOnTest(InMemoryTaskRuns tasks) {
        this.tasks = tasks;
    }

    TaskRunOnTest container(String name) {
        return with(Optional.of(new ContainerName(name)), settings.placement());
    }

    TaskRunOnTest subnet(String id) {
        return with(
                settings.container(),
                TaskPlacement.on(LaunchOn.EC2, Optional.of(new TaskPlacement.Network(List.of(id), List.of(), false))));
    }

    TaskRunOnTest asService(String name) {
        return with(
                settings.container(),
                new TaskPlacement(LaunchOn.SERVICE, Optional.of(new ServiceName(name)), Map.of(), Optional.empty()));
    }

    private TaskRunOnTest with(Optional<ContainerName> container, TaskPlacement placement) {
        settings = new TaskSettings(
                settings.cluster(),
                settings.definition(),
                container,
                settings.overrides(),
                placement,
                settings.fanOut(),
                settings.timeout(),
                settings.access());
        return this;
    }

    /** Runs several, so many at once. */
    TaskRunOnTest fanOut(int atOnce, boolean stopAtFirstFailure) {
        settings = new TaskSettings(
                settings.cluster(),
                settings.definition(),
                settings.container(),
                new TaskOverrides(
                        List.of("convert", "{input}"),
                        Map.of("PART", "{number} of {input}"),
                        Optional.empty(),
                        Optional.empty()),
                settings.placement(),
                new FanOut(1, Optional.of("inputs"), atOnce, stopAtFirstFailure),
                settings.timeout(),
                settings.access());
        return this;
    }

    List<TaskOutcome> runAll(String... inputs) {
        return new TaskFleet(new TaskPorts(tasks, logs), time, time, cancellation, events)
                .run(settings, TaskInput.of(List.of(inputs)), ORIGIN);
    }

    /** Has something happen so many seconds after the start. */
    TaskRunOnTest at(int seconds, Runnable what) {
        time.at(Duration.ofSeconds(seconds), what);
        return this;
    }

    /** A container writes a line. */
    void writes(String container, String line) {
        logs.logs(InMemoryTaskRuns.GROUP, InMemoryTaskRuns.stream(container), List.of(line));
    }

    TaskResult run() {
        return new TaskRun(new TaskPorts(tasks, logs), time, time, cancellation, events).run(settings, ORIGIN);
    }

    TaskVerdict verdict() {
        return TaskVerdict.of(settings, run());
    }

    /** Returns what a reader of the build log reads. */
    List<String> told() {
        Narration narration = new Narration(time);
        return events.all().stream()
                .flatMap(event -> narration.tell(event).stream())
                .map(TaskRunOnTest::text)
                .toList();
    }

    private static String text(Passage passage) {
        if (passage instanceof Passage.Line line) {
            return line.text();
        }
        return passage instanceof Passage.Progress progress ? progress.text() : passage.toString();
    }

    List<String> warnings() {
        return events.of(EngineEvent.Warned.class).stream()
                .map(EngineEvent.Warned::text)
                .toList();
    }
}
