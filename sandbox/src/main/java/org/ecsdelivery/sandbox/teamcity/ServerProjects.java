package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import org.jspecify.annotations.Nullable;

/** The projects of the server: the root and, below it, the one with all build configurations. */
final class ServerProjects implements ProjectManager {
    static final String INTERNAL_ID = "project1";
    static final String EXTERNAL_ID = "Sandbox";

    private final Configurations configurations;
    private final Function<BuildConfiguration, SBuildType> view;
    private final Project root = new Project("project0", "_Root", "<Root project>", null);
    private final Project sandbox = new Project(INTERNAL_ID, EXTERNAL_ID, "Sandbox", root);

    ServerProjects(Configurations configurations, Function<BuildConfiguration, SBuildType> view) {
        this.configurations = configurations;
        this.view = view;
    }

    ProjectFeatures featuresOfRoot() {
        return root.features;
    }

    ProjectFeatures featuresOfSandbox() {
        return sandbox.features;
    }

    SProject sandbox() {
        return sandbox;
    }

    @Override
    public SProject getRootProject() {
        return root;
    }

    @Override
    public List<SProject> getProjects() {
        return List.of(root, sandbox);
    }

    @Override
    public @Nullable SProject findProjectById(@Nullable String projectId) {
        return getProjects().stream()
                .filter(project -> project.getProjectId().equals(projectId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable SProject findProjectByExternalId(@Nullable String externalId) {
        return getProjects().stream()
                .filter(project -> project.getExternalId().equals(externalId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable SBuildType findBuildTypeById(@Nullable String buildTypeId) {
        return Optional.ofNullable(buildTypeId)
                .flatMap(configurations::findByInternalId)
                .map(view)
                .orElse(null);
    }

    @Override
    public @Nullable SBuildType findBuildTypeByExternalId(@Nullable String externalId) {
        return Optional.ofNullable(externalId)
                .flatMap(configurations::find)
                .map(view)
                .orElse(null);
    }

    private final class Project implements SProject {
        private final String internalId;
        private final String externalId;
        private final String name;
        private final @Nullable SProject parent;
        private final ProjectFeatures features;

        private Project(String internalId, String externalId, String name, @Nullable SProject parent) {
            this.internalId = internalId;
            this.externalId = externalId;
            this.name = name;
            this.parent = parent;
            this.features = new ProjectFeatures(internalId);
        }

        @Override
        public String getProjectId() {
            return internalId;
        }

        @Override
        public String getExternalId() {
            return externalId;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getFullName() {
            return name;
        }

        @Override
        public @Nullable SProject getParentProject() {
            return parent;
        }

        @Override
        public List<SProject> getProjectPath() {
            return parent == null ? List.of(this) : List.of(parent, this);
        }

        @Override
        public List<SBuildType> getOwnBuildTypes() {
            return parent == null ? List.of() : getBuildTypes();
        }

        @Override
        public List<SBuildType> getBuildTypes() {
            return configurations.all().stream().map(view).toList();
        }

        @Override
        public @Nullable SBuildType findBuildTypeByExternalId(String wanted) {
            return ServerProjects.this.findBuildTypeByExternalId(wanted);
        }

        @Override
        public Collection<SProjectFeatureDescriptor> getOwnFeaturesOfType(String type) {
            return features.ofType(type);
        }

        @Override
        public SProjectFeatureDescriptor addFeature(String type, Map<String, String> params) {
            return features.add(type, params);
        }

        @Override
        public boolean updateFeature(String id, String type, Map<String, String> params) {
            return features.update(id, type, params);
        }

        @Override
        public @Nullable SProjectFeatureDescriptor removeFeature(String id) {
            return features.remove(id);
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public void persist() {
            // what was changed is kept for as long as the server lives
        }

        @Override
        public Collection<SProjectFeatureDescriptor> getAvailableFeaturesOfType(String type) {
            return getProjectPath().stream()
                    .flatMap(project -> project.getOwnFeaturesOfType(type).stream())
                    .toList();
        }
    }
}
