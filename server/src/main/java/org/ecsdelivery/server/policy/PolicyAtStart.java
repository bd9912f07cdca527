package org.ecsdelivery.server.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunnerContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.Place;
import org.ecsdelivery.common.policy.PolicedBuild;
import org.ecsdelivery.common.policy.PolicyHandover;
import org.ecsdelivery.common.policy.Refusal;
import org.ecsdelivery.common.settings.RunTypeId;

/**
 * Tells the steps of a build, when it starts, what the policies of its project are, and lets the build fail at once where it is known
 * already that one of them must not change what it names.
 */
public final class PolicyAtStart implements BuildStartContextProcessor {
    private static final Set<String> POLICED = Set.of(RunTypeId.IMAGE, RunTypeId.DEPLOY, RunTypeId.TASK);
    private static final String PROBLEM_TYPE = "ecsDelivery";
    private static final String CONDITIONS = "teamcity.step.conditions";
    private static final String MODE = "teamcity.step.mode";

    private final Rivals rivals;

    /** Makes the processor for a server. */
    public PolicyAtStart(Rivals rivals) {
        this.rivals = rivals;
    }

    @Override
    public void updateParameters(BuildStartContext context) {
        List<SRunnerContext> steps = context.getRunnerContexts().stream()
                .filter(step -> step.isEnabled() && POLICED.contains(step.getType()))
                .map(SRunnerContext.class::cast)
                .toList();
        if (!steps.isEmpty()) {
            SRunningBuild build = context.getBuild();
            new Start(build, policyOf(build)).tell(steps);
        }
    }

    private static EffectivePolicy policyOf(SRunningBuild build) {
        SBuildType configuration = build.getBuildType();
        return configuration == null ? EffectivePolicy.none() : ProjectPolicies.of(configuration.getProject());
    }

    /** One build that starts. */
    private final class Start {
        private final SRunningBuild build;
        private final EffectivePolicy policy;
        private final PolicedBuild policed;
        private final UnaryOperator<String> resolve;
        private final Set<Refusal> refused = new LinkedHashSet<>();

        Start(SRunningBuild build, EffectivePolicy policy) {
            this.build = build;
            this.policy = policy;
            this.policed = Builds.of(build);
            this.resolve = text -> build.getValueResolver().resolve(text).getResult();
        }

        void tell(List<SRunnerContext> steps) {
            steps.forEach(this::tell);
            List<Refusal> personal = refused.stream().filter(Refusal::personal).toList();
            List<Refusal> others =
                    refused.stream().filter(refusal -> !refusal.personal()).toList();
            fail(Refusal.IDENTITY, others.isEmpty() ? List.of() : new ArrayList<>(refused));
            fail(Refusal.PERSONAL_IDENTITY, others.isEmpty() ? personal : List.of());
        }

        private void tell(SRunnerContext step) {
            List<Target> targets = StepTargets.deployedBy(step.getType(), step.getParameters(), resolve);
            List<String> rivalry = rivals.refusals(build, policy, policed, targets);
            Set<Place> watched = targets.stream().map(Target::place).collect(Collectors.toSet());
            step.addRunnerParameter(
                    PolicyHandover.PARAMETER, new PolicyHandover(policy, policed, watched, rivalry).text());
            if (runsInAnyCase(step.getParameters())) {
                StepTargets.changedBy(step.getType(), step.getParameters(), resolve).stream()
                        .flatMap(place -> policy.refusals(policed, place).stream())
                        .forEach(refused::add);
                rivalry.forEach(text -> refused.add(new Refusal(false, text, "")));
            }
        }

        private void fail(String identity, List<Refusal> why) {
            if (!why.isEmpty()) {
                String text = why.stream().map(Refusal::text).collect(Collectors.joining("\n"));
                build.addBuildProblem(BuildProblemData.createBuildProblem(
                        identity,
                        PROBLEM_TYPE,
                        text.substring(0, Math.min(text.length(), BuildProblemData.MAX_DESCRIPTION_LENGTH))));
            }
        }
    }

    /** A step with a condition may never run: only the agent knows, and refuses when it does. */
    private static boolean runsInAnyCase(Map<String, String> parameters) {
        Set<String> usual = new HashSet<>(List.of("", "default", "execute_if_success", "execute_always"));
        String conditions = parameters.getOrDefault(CONDITIONS, "").strip();
        return (conditions.isEmpty() || conditions.equals("[]"))
                && usual.contains(parameters.getOrDefault(MODE, "").strip());
    }
}
