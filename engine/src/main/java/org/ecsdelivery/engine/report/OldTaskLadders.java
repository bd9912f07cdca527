package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.event.DeployEvent.OldTaskFound;
import org.ecsdelivery.engine.event.DeployEvent.TaskStepped;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.engine.report.Ladder.Step;

/** The old tasks and the rungs they were seen on. */
final class OldTaskLadders {
    private final Map<String, List<TaskStepped>> steps = new LinkedHashMap<>();

    void found(OldTaskFound found) {
        saw(new TaskStepped(found.task(), found.targets(), Rung.SERVING, found.at()));
    }

    void saw(TaskStepped step) {
        steps.computeIfAbsent(step.task(), task -> new ArrayList<>()).add(step);
    }

    /**
     * Returns what is known so far.
     *
     * @param begin since when they have been watched
     * @param end until when
     */
    List<Ladder> all(Instant begin, Instant end) {
        return steps.values().stream().map(each -> ladder(each, begin, end)).toList();
    }

    private static Ladder ladder(List<TaskStepped> seen, Instant begin, Instant end) {
        List<Step> ladder = new ArrayList<>();
        TaskStepped first = seen.get(0);
        if (first.rung() != Rung.SERVING) {
            ladder.add(new Step(Rung.SERVING.name(), begin, Duration.between(begin, first.at())));
        }
        for (int index = 0; index < seen.size(); index++) {
            TaskStepped step = seen.get(index);
            boolean last = index + 1 == seen.size();
            Instant until = last ? end : seen.get(index + 1).at();
            boolean gone = step.rung() == Rung.STOPPED;
            ladder.add(
                    new Step(step.rung().name(), step.at(), gone ? Duration.ZERO : Duration.between(step.at(), until)));
        }
        return new Ladder(first.task(), seen.get(seen.size() - 1).targets(), ladder);
    }
}
