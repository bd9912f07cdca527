package org.ecsdelivery.server.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.PolicedBuild;

/**
 * Finds builds that deploy to the same service. Which ones do is read from the builds that run, each time anew: there is no lock that could
 * outlive a build or be lost with the server. A build counts from its start to its end, since two that both run could reach their deploy
 * steps at the same time.
 */
public final class Rivals {
    private final SBuildServer server;

    /** Makes it for a server. */
    public Rivals(SBuildServer server) {
        this.server = server;
    }

    /**
     * A build that deploys to a service to which another wants to deploy.
     *
     * @param build the build
     * @param target the service
     * @param rule what its own policy says of a second deployment
     */
    record Rival(SRunningBuild build, Target target, OneAtATime rule) {
        String name() {
            return "build #" + build.getBuildNumber() + " of " + build.getFullName() + " (id " + build.getBuildId()
                    + ")";
        }
    }

    /** Returns the builds under way that deploy to what may be that service. */
    List<Rival> of(Target target) {
        List<Rival> found = new ArrayList<>();
        for (SRunningBuild build : server.getRunningBuilds()) {
            find(build, target, found);
        }
        return found;
    }

    /** Returns why a build must not deploy while an older one does, where its policy says so. */
    List<String> refusals(SRunningBuild younger, EffectivePolicy policy, PolicedBuild policed, List<Target> targets) {
        List<String> refusals = new ArrayList<>();
        for (Target target : targets) {
            if (policy.oneAtATime(target.place()) == OneAtATime.REFUSE
                    && policy.refusals(policed, target.place()).isEmpty()) {
                of(target).stream()
                        .filter(rival -> rival.build().getBuildId() != younger.getBuildId())
                        .filter(rival -> BY_AGE.compare(rival.build(), younger) < 0)
                        .map(rival -> refusal(target, rival, policy))
                        .forEach(refusals::add);
            }
        }
        return refusals;
    }

    @SuppressWarnings("JavaUtilDate") // TeamCity's interface speaks of Date
    private static final Comparator<SRunningBuild> BY_AGE =
            Comparator.comparing(SRunningBuild::getStartDate).thenComparing(SRunningBuild::getBuildId);

    private static String refusal(Target target, Rival rival, EffectivePolicy policy) {
        return "Another build deploys to " + target.place() + ", " + rival.name() + ", and "
                + Words.source(policy, target.place(), OneAtATime.REFUSE)
                + " lets one do so at a time (REFUSE). Run the build again when that one has ended";
    }

    private static void find(SRunningBuild build, Target target, List<Rival> found) {
        SBuildType configuration = build.getBuildType();
        if (configuration == null || build.isFinished()) {
            return;
        }
        UnaryOperator<String> resolve =
                text -> build.getValueResolver().resolve(text).getResult();
        List<Target> deployed = deployedBy(configuration, resolve).stream()
                .filter(target::mayBe)
                .toList();
        if (deployed.isEmpty()) {
            return;
        }
        EffectivePolicy policy = ProjectPolicies.of(configuration.getProject());
        PolicedBuild policed = Builds.of(build);
        deployed.stream()
                .filter(each -> policy.refusals(policed, each.place()).isEmpty())
                .map(each -> new Rival(build, each, policy.oneAtATime(each.place())))
                .forEach(found::add);
    }

    /** Returns the services that the builds of a configuration deploy to. */
    static List<Target> deployedBy(SBuildType configuration, UnaryOperator<String> resolve) {
        List<Target> targets = new ArrayList<>();
        for (SBuildRunnerDescriptor step : configuration.getBuildRunners()) {
            if (configuration.isEnabled(step.getId())) {
                targets.addAll(StepTargets.deployedBy(step.getType(), step.getParameters(), resolve));
            }
        }
        return targets;
    }
}
