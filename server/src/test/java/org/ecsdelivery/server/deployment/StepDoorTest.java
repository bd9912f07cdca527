package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.IOGuard;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a journal's entry to ECS, with what the step of the build has. */
class StepDoorTest {
    private static final String ALLOWED = "teamcity.internal.ecsDelivery.allowedEndpoints";

    private final VirtualClock clock = VirtualClock.at("2026-01-02T12:00:00Z");
    private final LocalAws aws = LocalAws.builder().clock(clock).start();
    private final SBuild build = mock(SBuild.class);
    private final SBuildType configuration = mock(SBuildType.class);
    private final SBuildRunnerDescriptor step = mock(SBuildRunnerDescriptor.class);
    private final Map<String, String> parameters = new HashMap<>();
    private final StepDoor door = new StepDoor(() -> Instant.parse("2026-01-02T12:00:00Z"), mock(ServiceLocator.class));

    @TempDir
    Path directory;

    @BeforeEach
    void aStepWithKeys() {
        System.setProperty(ALLOWED, aws.endpoint().toString());
        ValueResolver resolver = mock(ValueResolver.class);
        doReturn(parameters).when(resolver).resolve(any(Map.class));
        when(build.getValueResolver()).thenReturn(resolver);
        when(build.getBuildType()).thenReturn(configuration);
        when(step.getId()).thenReturn("RUNNER_1");
        when(step.getType()).thenReturn(RunTypeId.DEPLOY);
        when(step.getParameters()).thenReturn(parameters);
        doReturn(List.of(step)).when(configuration).getBuildRunners();
        parameters.put("aws.accessKeyId", "AKIASTEP");
        parameters.put("secure:aws.secretAccessKey", "step-secret");
        parameters.put("aws.endpoint", aws.endpoint().toString());
    }

    @AfterEach
    void close() {
        System.clearProperty(ALLOWED);
        aws.close();
    }

    private JournalEntry entry() {
        Journal journal = new Journal(directory);
        journal.keep(1, ReportsToTell.underWay("web", "ROLL_BACK"));
        return journal.of(1).get(0);
    }

    @Test
    void reachesTheRegionOfTheRevisionThroughTheGuardOfASecondaryNode() {
        int before = IOGuard.connections();
        try (EcsRecords records = door.open(build, entry())) {
            assertThat(records.look("arn:aws:ecs:eu-central-1:123456789012:service-deployment/prod/web/unknown"))
                    .isEmpty();
        }
        assertThat(aws.calls().all()).isNotEmpty().hasSize(IOGuard.connections() - before);
    }

    @Test
    void saysThatTheStepIsGone() {
        when(step.getId()).thenReturn("RUNNER_9");

        assertThatThrownBy(() -> door.open(build, entry()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("The server does not know the AWS credentials of step RUNNER_1")
                .hasMessageContaining("not in the build configuration any more");
    }

    @Test
    void saysThatTheConfigurationWasDeleted() {
        when(build.getBuildType()).thenReturn(null);

        assertThatThrownBy(() -> door.open(build, entry())).hasMessageContaining("the build configuration was deleted");
    }
}
