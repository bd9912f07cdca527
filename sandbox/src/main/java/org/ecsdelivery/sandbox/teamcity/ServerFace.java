package org.ecsdelivery.sandbox.teamcity;

import java.util.List;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.jspecify.annotations.Nullable;

/** The server as the server half of a plugin sees it. */
final class ServerFace implements SBuildServer {
    private final BuildHistory history;
    private final ProjectManager projects;
    private final RunTypeRegistry runTypes;
    private volatile String rootUrl = "http://localhost:8111";

    ServerFace(BuildHistory history, ProjectManager projects, RunTypeRegistry runTypes) {
        this.history = history;
        this.projects = projects;
        this.runTypes = runTypes;
    }

    void openAt(String address) {
        rootUrl = address;
    }

    @Override
    public boolean isStarted() {
        return true;
    }

    @Override
    public String getRootUrl() {
        return rootUrl;
    }

    @Override
    public ProjectManager getProjectManager() {
        return projects;
    }

    @Override
    public RunTypeRegistry getRunTypeRegistry() {
        return runTypes;
    }

    @Override
    public @Nullable SBuild findBuildInstanceById(long id) {
        SBuild running = findRunningBuildById(id);
        return running == null ? history.finished(id).orElse(null) : running;
    }

    @Override
    public @Nullable SRunningBuild findRunningBuildById(long id) {
        return history.running().stream()
                .filter(build -> build.getBuildId() == id)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<SRunningBuild> getRunningBuilds() {
        return List.copyOf(history.running());
    }
}
