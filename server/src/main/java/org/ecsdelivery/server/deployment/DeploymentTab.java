package org.ecsdelivery.server.deployment;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.ViewLogTab;

/** The tab of a build that shows its deployments, live while they go on. */
public final class DeploymentTab extends ViewLogTab {
    private final BuildReports reports;

    /** Adds the tab to the pages of builds; Spring makes it. */
    public DeploymentTab(PagePlaces places, SBuildServer server, PluginDescriptor plugin, BuildReports reports) {
        super("Deployment", "ecsDeliveryDeployment", places, server);
        this.reports = reports;
        setIncludeUrl(plugin.getPluginResourcesPath("deploymentTab.jsp"));
        addJsFile(plugin.getPluginResourcesPath("deploymentTab.js"));
        addCssFile(plugin.getPluginResourcesPath("deploymentTab.css"));
        // some versions do so by themselves, and once is enough
        unregister();
        register();
    }

    @Override
    protected boolean isAvailable(HttpServletRequest request, SBuild build) {
        return reports.isAny(build);
    }

    @Override
    protected void fillModel(Map<String, Object> model, HttpServletRequest request, SBuild build) {
        model.put("ecsDelivery", DeploymentsPage.of(build, reports.of(build)));
    }
}
