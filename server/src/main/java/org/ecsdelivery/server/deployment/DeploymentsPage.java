package org.ecsdelivery.server.deployment;

import java.util.List;
import jetbrains.buildServer.serverSide.SBuild;

/** All that the tab of a build shows; a bean, because pages know nothing else. */
public final class DeploymentsPage {
    private final long build;
    private final List<DeploymentView> deployments;

    private DeploymentsPage(long build, List<DeploymentView> deployments) {
        this.build = build;
        this.deployments = List.copyOf(deployments);
    }

    static DeploymentsPage of(long build, List<DeploymentView> deployments) {
        return new DeploymentsPage(build, deployments);
    }

    static DeploymentsPage of(SBuild build, List<JournalEntry> entries) {
        return new DeploymentsPage(
                build.getBuildId(),
                entries.stream()
                        .map(entry -> new DeploymentView(entry, !build.isFinished()))
                        .toList());
    }

    /** Returns TeamCity's number of the build. */
    public long getBuild() {
        return build;
    }

    /** Returns the deployments. */
    public List<DeploymentView> getDeployments() {
        return deployments;
    }

    /** Tells whether the page should look again. */
    public boolean isLive() {
        return deployments.stream().anyMatch(DeploymentView::isLive);
    }
}
