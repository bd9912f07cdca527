package org.ecsdelivery.server.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.messages.BuildMessage1;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.news.CommittedEnvFileNews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommittedEnvFilesTest {
    private final Map<String, String> kept = new HashMap<>();
    private final CustomDataStorage storage = mock(CustomDataStorage.class);
    private final SBuildType configuration = mock(SBuildType.class);
    private final SRunningBuild build = mock(SRunningBuild.class);

    @BeforeEach
    void keepInMemory() {
        when(configuration.getCustomDataStorage(anyString())).thenReturn(storage);
        when(storage.getValues()).thenReturn(kept);
        doAnswer(put -> kept.put(put.getArgument(0), put.getArgument(1)))
                .when(storage)
                .putValue(any(), any());
        when(build.getBuildType()).thenReturn(configuration);
    }

    @Test
    void becomesARiskThatNamesTheFiles() {
        tell(".env", "deploy/prod.env");

        assertThat(CommittedEnvFiles.risk(configuration))
                .get()
                .satisfies(risk -> assertThat(risk.what()).contains(".env, deploy/prod.env"));
    }

    @Test
    void isNoRiskOnceABuildFindsNone() {
        tell(".env");
        tell();

        assertThat(CommittedEnvFiles.risk(configuration)).isEmpty();
    }

    @Test
    void isNoRiskBeforeABuildHasLooked() {
        assertThat(CommittedEnvFiles.risk(configuration)).isEmpty();
    }

    @Test
    void isNotToldByABuildOfAnotherBranch() {
        Branch branch = mock(Branch.class);
        when(build.getBranch()).thenReturn(branch);
        tell(".env");

        assertThat(kept).isEmpty();
    }

    @Test
    void isToldByABuildOfTheDefaultBranch() {
        Branch branch = mock(Branch.class);
        when(branch.isDefaultBranch()).thenReturn(true);
        when(build.getBranch()).thenReturn(branch);
        tell(".env");

        assertThat(CommittedEnvFiles.risk(configuration)).isPresent();
    }

    @Test
    void isNotToldByAPersonalBuild() {
        when(build.isPersonal()).thenReturn(true);
        tell(".env");

        assertThat(kept).isEmpty();
    }

    @Test
    void isWrittenToTheDatabaseOnlyWhereItChanges() {
        tell(".env");
        tell(".env");

        verify(storage, times(1)).flush();
    }

    @Test
    void asksNothingOfABuildWhoseConfigurationIsGone() {
        when(build.getBuildType()).thenReturn(null);
        tell(".env");

        verify(storage, never()).putValue(any(), any());
    }

    private void tell(String... files) {
        ServiceMessage message = mock(ServiceMessage.class);
        when(message.getAttributes()).thenReturn(new CommittedEnvFileNews(List.of(files)).attributes());
        assertThat(new CommittedEnvFiles().translate(build, mock(BuildMessage1.class), message))
                .as("what stays in the build log")
                .isEmpty();
    }
}
