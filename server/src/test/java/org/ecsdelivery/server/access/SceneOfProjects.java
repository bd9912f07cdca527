package org.ecsdelivery.server.access;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;

/** A project and the connections that it sees. */
final class SceneOfProjects {
    static final String CONNECTION = "PROJECT_EXT_7";

    final SProject project = mock(SProject.class);
    private final List<SProjectFeatureDescriptor> features = new ArrayList<>();

    SceneOfProjects() {
        when(project.getProjectId()).thenReturn("project42");
        when(project.getExternalId()).thenReturn("Shop");
        when(project.getName()).thenReturn("Shop");
        doReturn(features).when(project).getAvailableFeaturesOfType("OAuthProvider");
    }

    /** Adds a connection of the project, or of one above it. */
    SceneOfProjects connection(String id, String owner, String... settings) {
        Map<String, String> parameters = new HashMap<>(Map.of("providerType", "AWS", "displayName", "Production"));
        for (int index = 0; index < settings.length; index += 2) {
            parameters.put(settings[index], settings[index + 1]);
        }
        SProjectFeatureDescriptor feature = mock(SProjectFeatureDescriptor.class);
        when(feature.getId()).thenReturn(id);
        when(feature.getProjectId()).thenReturn(owner);
        when(feature.getParameters()).thenReturn(parameters);
        features.add(feature);
        return this;
    }

    /** Adds a connection of the project itself that everybody may use. */
    SceneOfProjects ownConnection() {
        return connection(CONNECTION, "project42");
    }
}
