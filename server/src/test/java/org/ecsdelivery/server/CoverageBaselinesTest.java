package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SFinishedBuild;
import jetbrains.buildServer.serverSide.SRunnerContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoverageBaselinesTest {
    private final BuildStartContext context = mock(BuildStartContext.class);
    private final SRunningBuild build = mock(SRunningBuild.class);
    private final SBuildType configuration = mock(SBuildType.class);
    private final List<SFinishedBuild> history = new ArrayList<>();

    @BeforeEach
    void aBuildOfMainWithACoverageStep() {
        SRunnerContext step = mock(SRunnerContext.class);
        when(step.getType()).thenReturn(RunTypeId.COVERAGE);
        doReturn(List.of(step)).when(context).getRunnerContexts();
        when(context.getBuild()).thenReturn(build);
        when(build.getBuildType()).thenReturn(configuration);
        on(build, "main");
    }

    @Test
    void handsOverTheLastSuccessfulBuildOfTheBranch() {
        earlier("3", "other", 90);
        earlier("2", "main", 80);
        earlier("1", "main", 70);

        expect("lines=80/100 from=build 2");
    }

    @Test
    void passesOverBuildsThatFailedArePersonalRanInPartOrHadNoCoverage() {
        when(earlier("5", "main", 90).getBuildStatus()).thenReturn(Status.FAILURE);
        when(earlier("4", "main", 90).isPersonal()).thenReturn(true);
        when(earlier("3", "main", 90).getStatisticValue("ecs-delivery.coverage.partial"))
                .thenReturn(BigDecimal.ONE);
        when(earlier("2", "main", 90).getStatisticValue("CodeCoverageAbsLTotal"))
                .thenReturn(null);
        earlier("1", "main", 70);

        expect("lines=70/100 from=build 1");
    }

    @Test
    void fallsBackOnTheDefaultBranchForABranchWithoutCoverage() {
        on(build, "new");
        SFinishedBuild main = earlier("1", "main", 70);
        when(configuration.getLastChangesSuccessfullyFinished()).thenReturn(main);

        expect("lines=70/100 from=build 1");
    }

    @Test
    void handsOverNothingForTheFirstBuild() {
        expectNothing();
    }

    @Test
    void searchesNoLongHistoryToItsEnd() {
        for (int number = 60; number > 1; number--) {
            earlier(Integer.toString(number), "other", 90);
        }
        earlier("1", "main", 70);

        expectNothing();
    }

    @Test
    void asksNothingForABuildWithoutACoverageStep() {
        earlier("1", "main", 70);
        doReturn(List.of()).when(context).getRunnerContexts();

        expectNothing();
        verify(build, never()).getPreviousFinished();
    }

    private void expect(String baseline) {
        new CoverageBaselines().updateParameters(context);

        verify(context).addSharedParameter(CoverageBaseline.PARAMETER, baseline);
    }

    private void expectNothing() {
        new CoverageBaselines().updateParameters(context);

        verify(context, never()).addSharedParameter(any(), any());
        assertThat(context.getSharedParameters()).isEmpty();
    }

    private SFinishedBuild earlier(String number, String branch, int lines) {
        SFinishedBuild finished = mock(SFinishedBuild.class);
        when(finished.getBuildNumber()).thenReturn(number);
        when(finished.getBuildStatus()).thenReturn(Status.NORMAL);
        when(finished.getStatisticValue("CodeCoverageAbsLCovered")).thenReturn(BigDecimal.valueOf(lines));
        when(finished.getStatisticValue("CodeCoverageAbsLTotal")).thenReturn(BigDecimal.valueOf(100));
        on(finished, branch);
        var newer = history.isEmpty() ? build : history.get(history.size() - 1);
        when(newer.getPreviousFinished()).thenReturn(finished);
        history.add(finished);
        return finished;
    }

    private static void on(SBuild build, String name) {
        Branch branch = mock(Branch.class);
        when(branch.getName()).thenReturn(name);
        when(build.getBranch()).thenReturn(branch);
    }
}
