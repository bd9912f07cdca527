package org.ecsdelivery.server.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import org.ecsdelivery.common.settings.RunTypeId;

/** The deployments of a project's build configurations, and of those of the projects below it that whoever asks may see. */
public final class ProjectHistory {
    private final History history;
    private final SecurityContext security;

    /** Reads the history; Spring makes it. */
    public ProjectHistory(History history, SecurityContext security) {
        this.history = history;
        this.security = security;
    }

    /** Tells whether there is a configuration that deploys; its deployments are not read. */
    boolean isAny(SProject project) {
        return deploying(project).findAny().isPresent();
    }

    /** Returns the deployments, newest first. */
    List<PastDeployment> of(SProject project) {
        return deploying(project)
                .flatMap(each -> history.of(each).stream())
                .sorted(Comparator.comparingLong(PastDeployment::build)
                        .reversed()
                        .thenComparing(PastDeployment::key))
                .toList();
    }

    private Stream<SBuildType> deploying(SProject project) {
        AuthorityHolder asks = security.getAuthorityHolder();
        return project.getBuildTypes().stream()
                .filter(each ->
                        each.getBuildRunners().stream().anyMatch(step -> RunTypeId.DEPLOY.equals(step.getType())))
                .filter(each ->
                        asks.isPermissionGrantedForProject(each.getProject().getProjectId(), Permission.VIEW_PROJECT));
    }
}
