package org.ecsdelivery.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.policy.PolicyScene.build;
import static org.ecsdelivery.server.policy.PolicyScene.queued;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.BuildAgent;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.buildDistribution.BuildDistributorInput;
import jetbrains.buildServer.serverSide.buildDistribution.QueuedBuildInfo;
import jetbrains.buildServer.serverSide.buildDistribution.WaitReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneDeploymentTest {
    private static final String[] TO_PROD = {"deploy.cluster", "prod", "deploy.service", "api, web"};

    private final PolicyScene scene = new PolicyScene();
    private final Map<String, String> parameters = new HashMap<>();
    private boolean emulated;

    @Test
    void letsBuildsStartWhereNoPolicyKeepsThemApart() {
        scene.inShop("policy.environments", "prod");
        running(1, TO_PROD);

        assertThat(reason(TO_PROD)).isEmpty();
    }

    @Test
    void keepsABuildWaitingForTheOneThatDeploysToTheSameService() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "QUEUE");
        running(1, "deploy.cluster", "prod", "deploy.service", "web");

        assertThat(reason(TO_PROD))
                .hasValue(
                        "Waiting for build #1 of Shop :: Deliver (id 1), which deploys to prod/web: policy PROJECT_EXT_5 of"
                                + " project Shop lets one build do so at a time (QUEUE)");
    }

    @Test
    void letsItStartOnceTheOtherHasEnded() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "QUEUE");
        SRunningBuild older = running(1, TO_PROD);
        assertThat(reason(TO_PROD)).isPresent();

        when(older.isFinished()).thenReturn(true);

        assertThat(reason(TO_PROD)).isEmpty();
    }

    /** What the settings do not tell may be the same; what both tell must be. */
    @ParameterizedTest
    @CsvSource({
        "aws.region=eu-central-1, aws.region=eu-central-1, true",
        "aws.region=eu-central-1, aws.region=eu-west-1, false",
        "aws.region=eu-central-1, aws.profile=x, true",
        "aws.roleArn=arn:aws:iam::123456789012:role/a, aws.roleArn=arn:aws:iam::123456789012:role/b, true",
        "aws.roleArn=arn:aws:iam::123456789012:role/a, aws.roleArn=arn:aws:iam::210987654321:role/a, false",
        "aws.endpoint=http://127.0.0.1:1, aws.region=eu-central-1, false",
        "deploy.cluster=arn:aws:ecs:eu-west-1:123456789012:cluster/prod, aws.region=eu-central-1, false",
        "deploy.cluster=staging, aws.region=eu-central-1, false",
        "deploy.service=mail, aws.region=eu-central-1, false",
        "deploy.dryRun=true, aws.region=eu-central-1, false"
    })
    void tellsServicesApartByWhatIsKnownOfThem(String older, String younger, boolean same) {
        scene.inShop("policy.environments", "*", "policy.oneAtATime", "QUEUE");
        running(1, with(older));

        assertThat(reason(with(younger)).isPresent()).isEqualTo(same);
    }

    @Test
    void readsTheParametersThatAreGivenForOneBuild() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "QUEUE");
        running(1, TO_PROD);
        parameters.put("stage", "%which%");
        parameters.put("which", "staging");
        String[] step = {"deploy.cluster", "%stage%", "deploy.service", "api"};

        assertThat(reason(queued(2, scene.configuration(parameters, step), Map.of())))
                .isEmpty();
        assertThat(reason(queued(2, scene.configuration(parameters, step), Map.of("which", "prod"))))
                .isPresent();
    }

    @Test
    void stopsTheOlderBuildOnceAndWaitsForItsEnd() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "CANCEL_OLDER");
        SRunningBuild older = running(1, TO_PROD);

        assertThat(reason(TO_PROD).orElseThrow()).contains("#1", "is stopped", "CANCEL_OLDER");
        when(older.isInterrupted()).thenReturn(true);
        assertThat(reason(TO_PROD)).isPresent();

        verify(older).stop(isNull(), contains("A younger build (id 2) deploys to prod/api"));
    }

    @Test
    void stopsNothingWhenSomebodyOnlyAsks() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "CANCEL_OLDER");
        SRunningBuild older = running(1, TO_PROD);
        emulated = true;

        assertThat(reason(TO_PROD)).isPresent();

        verify(older, never()).stop(any(), any());
    }

    @Test
    void stopsNoBuildWhoseOwnPolicyDoesNotSaySo() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "CANCEL_OLDER");
        PolicyScene elsewhere = new PolicyScene().inShop("policy.environments", "prod", "policy.oneAtATime", "QUEUE");
        SRunningBuild older = build(1, elsewhere.configuration(Map.of(), TO_PROD), Map.of());
        scene.running.add(older);

        assertThat(reason(TO_PROD)).isPresent();

        verify(older, never()).stop(any(), any());
    }

    @Test
    void stopsNothingForABuildThatMustNotDeployThere() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "CANCEL_OLDER");
        SRunningBuild older = running(1, TO_PROD);
        QueuedBuildInfo personal = queued(2, scene.configuration(parameters, TO_PROD), Map.of());
        when(((BuildPromotion) personal.getBuildPromotionInfo()).isPersonal()).thenReturn(true);

        assertThat(reason(personal)).isEmpty();

        verify(older, never()).stop(any(), any());
    }

    @Test
    void waitsForABuildThatStartsInTheSameMoment() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "QUEUE");
        QueuedBuildInfo first = queued(1, scene.configuration(parameters, TO_PROD), Map.of());

        assertThat(reason(queued(2, scene.configuration(parameters, TO_PROD), Map.of()), first))
                .hasValue("Waiting for a build that starts now and deploys to prod/api");
    }

    @Test
    void waitsForNoBuildOfADeletedConfiguration() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "QUEUE");
        when(running(1, TO_PROD).getBuildType()).thenReturn(null);

        assertThat(reason(TO_PROD)).isEmpty();
    }

    private SRunningBuild running(long id, String... step) {
        SRunningBuild build = build(id, scene.configuration(parameters, step), parameters);
        scene.running.add(build);
        return build;
    }

    private static String[] with(String assignment) {
        Map<String, String> step = PolicyScene.map(TO_PROD);
        step.put(assignment.split("=", 2)[0], assignment.split("=", 2)[1]);
        return step.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray(String[]::new);
    }

    private Optional<String> reason(String... step) {
        SBuildType configuration = scene.configuration(parameters, step);
        return reason(queued(2, configuration, Map.of()));
    }

    private Optional<String> reason(QueuedBuildInfo build, QueuedBuildInfo... before) {
        Map<QueuedBuildInfo, BuildAgent> starting = new HashMap<>();
        for (QueuedBuildInfo each : before) {
            starting.put(each, mock(BuildAgent.class));
        }
        return Optional.ofNullable(new OneDeployment(scene.rivals(), PolicyScene.threads())
                        .canStart(build, starting, mock(BuildDistributorInput.class), emulated))
                .map(WaitReason::getDescription);
    }
}
