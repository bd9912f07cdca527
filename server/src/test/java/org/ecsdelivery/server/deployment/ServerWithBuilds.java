package org.ecsdelivery.server.deployment;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SFinishedBuild;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.TeamCityNode;
import jetbrains.buildServer.serverSide.TeamCityNodes;
import jetbrains.buildServer.serverSide.TriggeredBy;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import jetbrains.buildServer.serverSide.buildLog.BuildLog;
import jetbrains.buildServer.serverSide.comments.Comment;
import org.ecsdelivery.server.StorageThatRemembers;

/** A server with builds of one configuration, which keep what is said of them. */
final class ServerWithBuilds {
    final SBuildServer server = mock(SBuildServer.class);
    final TeamCityNodes nodes = mock(TeamCityNodes.class);
    final TeamCityNode node = mock(TeamCityNode.class);
    final SBuildType configuration = mock(SBuildType.class);
    final Map<Long, String> comments = new HashMap<>();
    final List<String> log = new ArrayList<>();

    ServerWithBuilds() {
        when(server.isStarted()).thenReturn(true);
        when(nodes.getCurrentNode()).thenReturn(node);
        when(node.isMainNode()).thenReturn(true);
        StorageThatRemembers storage = new StorageThatRemembers();
        when(configuration.getCustomDataStorage(any())).thenReturn(storage);
    }

    SRunningBuild running(long id) {
        SRunningBuild build = mock(SRunningBuild.class);
        named(build, id);
        when(server.findBuildInstanceById(id)).thenReturn(build);
        when(server.findRunningBuildById(id)).thenReturn(build);
        BuildLog lines = (message, status, attributes) -> log.add(message);
        when(build.getBuildLog()).thenReturn(lines);
        return build;
    }

    SFinishedBuild over(long id) {
        SFinishedBuild build = mock(SFinishedBuild.class);
        named(build, id);
        when(build.isFinished()).thenReturn(true);
        when(server.findBuildInstanceById(id)).thenReturn(build);
        when(server.findRunningBuildById(id)).thenReturn(null);
        return build;
    }

    private void named(SBuild build, long id) {
        when(build.getBuildId()).thenReturn(id);
        when(build.getBuildNumber()).thenReturn("#" + id);
        when(build.getProjectId()).thenReturn("project1");
        when(build.getBuildType()).thenReturn(configuration);
        when(build.getArtifacts(any())).thenReturn(mock(BuildArtifacts.class));
        TriggeredBy trigger = mock(TriggeredBy.class);
        when(trigger.getAsString()).thenReturn("Jane <b>");
        when(build.getTriggeredBy()).thenReturn(trigger);
        Comment comment = () -> comments.get(id);
        when(build.getBuildComment()).thenReturn(comment);
        doAnswer(call -> comments.put(id, call.getArgument(1))).when(build).setBuildComment(any(), any());
        lenient().when(build.isPersonal()).thenReturn(false);
    }
}
