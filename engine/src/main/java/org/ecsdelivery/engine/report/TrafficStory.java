package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecsdelivery.engine.event.DeployEvent.PauseAnswered;
import org.ecsdelivery.engine.event.DeployEvent.RollingBack;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.TrafficShifted;
import org.ecsdelivery.engine.event.EngineEvent;

/**
 * How a deployment shifted traffic, as far as the looks at it saw.
 *
 * @param stages the stages that were seen, in order; one may come back
 * @param shares the shares of production traffic of the new tasks, in order
 */
record TrafficStory(List<StageTime> stages, List<Share> shares) {
    TrafficStory {
        stages = List.copyOf(stages);
        shares = List.copyOf(shares);
    }

    boolean isEmpty() {
        return stages.isEmpty() && shares.isEmpty();
    }

    /**
     * A stage.
     *
     * @param stage its name, as AWS writes it
     * @param at when it was seen first
     * @param took until the next was seen
     * @param waits whether ECS waits there for somebody who is not this step
     * @param answer what this step answered to a pause hook there
     */
    record StageTime(String stage, Instant at, Duration took, boolean waits, Optional<String> answer) {
        /** Returns its name for people. */
        String name() {
            return stage.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A share of production traffic.
     *
     * @param percent how much the new tasks were to get
     * @param at when that was seen first
     * @param took until the next was seen
     */
    record Share(double percent, Instant at, Duration took) {}

    /** Gathers it. Once ECS goes back, what follows is not of the way there. */
    static final class Gathering {
        private final List<StageReached> stages = new ArrayList<>();
        private final List<TrafficShifted> shares = new ArrayList<>();
        private final List<PauseAnswered> answers = new ArrayList<>();
        private Optional<Instant> wentBack = Optional.empty();
        private Optional<Instant> completed = Optional.empty();

        void on(EngineEvent event, Instant now) {
            if (event instanceof StageReached reached) {
                stages.add(reached);
            } else if (event instanceof TrafficShifted shifted) {
                shares.add(shifted);
            } else if (event instanceof PauseAnswered answered) {
                answers.add(answered);
            } else if (event instanceof RollingBack) {
                wentBack = wentBack.or(() -> Optional.of(now));
            }
        }

        /** Notes that ECS has completed the deployment. */
        void completed(Instant now) {
            completed = completed.or(() -> Optional.of(now));
        }

        /**
         * Returns the story.
         *
         * @param to when the step ended
         */
        TrafficStory until(Instant to) {
            Instant there = wentBack.orElse(to);
            Instant end = wentBack.or(() -> completed).orElse(to);
            List<StageTime> times = new ArrayList<>();
            for (int index = 0; index < stages.size(); index++) {
                StageReached each = stages.get(index);
                Instant next = index + 1 < stages.size() ? stages.get(index + 1).at() : end;
                times.add(new StageTime(
                        each.stage(), each.at(), between(each.at(), next), each.pause(), answer(each, next)));
            }
            List<Share> held = new ArrayList<>();
            for (int index = 0; index < shares.size(); index++) {
                TrafficShifted each = shares.get(index);
                Instant next = index + 1 < shares.size() ? shares.get(index + 1).at() : there;
                held.add(new Share(each.percent(), each.at(), between(each.at(), next)));
            }
            return new TrafficStory(times, held);
        }

        private Optional<String> answer(StageReached stage, Instant next) {
            return answers.stream()
                    .filter(each -> each.stage().equals(stage.stage()))
                    .filter(each ->
                            !each.at().isBefore(stage.at()) && !each.at().isAfter(next))
                    .map(each -> each.answer().name())
                    .findFirst();
        }

        private static Duration between(Instant from, Instant to) {
            return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
        }
    }
}
