package org.ecsdelivery.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.BuildAgent;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.buildDistribution.BuildDistributorInput;
import jetbrains.buildServer.serverSide.buildDistribution.QueuedBuildInfo;
import jetbrains.buildServer.serverSide.buildDistribution.SimpleWaitReason;
import jetbrains.buildServer.serverSide.buildDistribution.StartBuildPrecondition;
import jetbrains.buildServer.serverSide.buildDistribution.WaitReason;
import jetbrains.buildServer.serverSide.executors.ExecutorServices;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.PolicedBuild;
import org.ecsdelivery.server.policy.Rivals.Rival;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a build in the queue while another one deploys to the same service, where a policy says so. Builds are asked for in the order of
 * the queue, so that is the order in which they deploy.
 */
public final class OneDeployment implements StartBuildPrecondition {
    private final Rivals rivals;
    private final ExecutorServices threads;

    /** Makes the precondition for a server. */
    public OneDeployment(Rivals rivals, ExecutorServices threads) {
        this.rivals = rivals;
        this.threads = threads;
    }

    @Override
    public @Nullable WaitReason canStart(
            QueuedBuildInfo queued,
            Map<QueuedBuildInfo, BuildAgent> startsBefore,
            BuildDistributorInput input,
            boolean emulationMode) {
        return Wish.of(queued)
                .flatMap(wish -> new Asked(wish, emulationMode).reason(startsBefore))
                .map(SimpleWaitReason::new)
                .orElse(null);
    }

    /** What a queued build wants to deploy to. */
    private record Wish(BuildPromotion build, EffectivePolicy policy, List<Target> targets) {
        static Optional<Wish> of(QueuedBuildInfo queued) {
            if (!(queued.getBuildPromotionInfo() instanceof BuildPromotion build)) {
                return Optional.empty();
            }
            SBuildType configuration = build.getBuildType();
            if (configuration == null) {
                return Optional.empty();
            }
            List<Target> targets =
                    Rivals.deployedBy(configuration, new QueuedParameters(build, configuration)::resolve);
            if (targets.isEmpty()) {
                return Optional.empty();
            }
            EffectivePolicy policy = ProjectPolicies.of(configuration.getProject());
            PolicedBuild policed = Builds.of(build);
            // what it must not deploy to anyway must neither keep it waiting nor stop others
            return Optional.of(new Wish(
                    build,
                    policy,
                    targets.stream()
                            .filter(target ->
                                    policy.refusals(policed, target.place()).isEmpty())
                            .toList()));
        }
    }

    /** One question whether a build may start. */
    private final class Asked {
        private final Wish wish;
        private final boolean emulated;
        private final List<String> reasons = new ArrayList<>();

        Asked(Wish wish, boolean emulated) {
            this.wish = wish;
            this.emulated = emulated;
        }

        Optional<String> reason(Map<QueuedBuildInfo, BuildAgent> startsBefore) {
            for (Target target : wish.targets()) {
                OneAtATime rule = wish.policy().oneAtATime(target.place());
                if (rule == OneAtATime.QUEUE || rule == OneAtATime.CANCEL_OLDER) {
                    rivals.of(target).forEach(rival -> waitFor(rival, target, rule));
                    startsBefore.keySet().forEach(other -> waitFor(other, target));
                }
            }
            return reasons.stream().findFirst();
        }

        private void waitFor(Rival rival, Target target, OneAtATime rule) {
            boolean stop = rule == OneAtATime.CANCEL_OLDER && rival.rule() == OneAtATime.CANCEL_OLDER;
            String because = Words.source(wish.policy(), target.place(), rule);
            if (stop && !emulated && !rival.build().isInterrupted()) {
                stop(
                        rival.build(),
                        "A younger build (id " + wish.build().getId() + ") deploys to " + target.place() + ", and "
                                + because + " says CANCEL_OLDER");
            }
            reasons.add((stop ? "Waiting until the end of " : "Waiting for ") + rival.name() + ", which "
                    + (stop ? "is stopped since it deploys to " : "deploys to ") + target.place() + ": " + because
                    + " lets one build do so at a time (" + rule + ")");
        }

        private void waitFor(QueuedBuildInfo other, Target target) {
            boolean same = Wish.of(other).stream()
                    .flatMap(each -> each.targets().stream())
                    .anyMatch(target::mayBe);
            if (same) {
                reasons.add("Waiting for a build that starts now and deploys to " + target.place());
            }
        }

        /** Not here and now: TeamCity decides on the queue on this thread, and to stop a build may take it to the agent. */
        private void stop(SRunningBuild build, String comment) {
            threads.getNormalExecutorService().execute(() -> {
                if (!build.isFinished() && !build.isInterrupted()) {
                    build.stop(null, comment);
                }
            });
        }
    }
}
