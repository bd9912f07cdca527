package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jetbrains.buildServer.serverSide.buildDistribution.BuildDistributorInput;
import jetbrains.buildServer.serverSide.buildDistribution.BuildPromotionInfo;
import jetbrains.buildServer.serverSide.buildDistribution.QueuedBuildInfo;
import jetbrains.buildServer.serverSide.buildDistribution.StartBuildPrecondition;
import jetbrains.buildServer.serverSide.buildDistribution.WaitReason;

/** Where builds wait that the plugin does not let start yet. */
final class LocalQueue {
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final BuildHistory history;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    LocalQueue(BuildHistory history) {
        this.history = history;
    }

    /** Lets a build begin once nothing keeps it waiting, or it is stopped; each reason is told once. */
    void begin(RunningServerBuild build, Collection<StartBuildPrecondition> rules, Consumer<String> waiting) {
        lock.lock();
        try {
            Optional<String> told = Optional.empty();
            Optional<String> reason = reason(build, rules);
            while (reason.isPresent() && !build.isInterrupted()) {
                if (!reason.equals(told)) {
                    waiting.accept(reason.get());
                    told = reason;
                }
                changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                reason = reason(build, rules);
            }
            history.begin(build);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The queue was interrupted", interrupted);
        } finally {
            lock.unlock();
        }
    }

    void end(RunningServerBuild build) {
        lock.lock();
        try {
            history.end(build);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Optional<String> reason(RunningServerBuild build, Collection<StartBuildPrecondition> rules) {
        return rules.stream()
                .flatMap(each ->
                        Optional.ofNullable(each.canStart(new Queued(build), Map.of(), new Input(), false)).stream())
                .map(WaitReason::getDescription)
                .findFirst();
    }

    private record Queued(RunningServerBuild build) implements QueuedBuildInfo {
        @Override
        public BuildPromotionInfo getBuildPromotionInfo() {
            return build.promotion();
        }
    }

    private record Input() implements BuildDistributorInput {}
}
