package org.ecsdelivery.server.deployment;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.web.openapi.PagePlaces;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.project.ProjectTab;
import org.jspecify.annotations.Nullable;

/** The tab of a project that shows the deployments of its build configurations, and compares two. */
public final class HistoryTab extends ProjectTab {
    private final ProjectHistory history;
    private final Comparisons comparisons;

    /** Adds the tab to the pages of projects; Spring makes it. */
    public HistoryTab(
            PagePlaces places,
            ProjectManager projects,
            PluginDescriptor plugin,
            ProjectHistory history,
            Comparisons comparisons) {
        super("ecsDeliveryHistory", "Deployments", places, projects, plugin.getPluginResourcesPath("historyTab.jsp"));
        this.history = history;
        this.comparisons = comparisons;
        addCssFile(plugin.getPluginResourcesPath("deploymentTab.css"));
        // some versions do so by themselves, and once is enough
        unregister();
        register();
    }

    @Override
    public boolean isAvailable(HttpServletRequest request) {
        SProject project = getProject(request);
        return super.isAvailable(request) && project != null && history.isAny(project);
    }

    @Override
    protected void fillModel(
            Map<String, Object> model, HttpServletRequest request, SProject project, @Nullable SUser user) {
        HistoryQuery query = HistoryQuery.of(request);
        model.put("ecsDelivery", HistoryPage.of(project.getExternalId(), query, history.of(project), comparisons));
    }
}
