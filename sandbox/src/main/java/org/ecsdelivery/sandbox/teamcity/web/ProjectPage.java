package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.web.openapi.CustomTab;
import jetbrains.buildServer.web.openapi.PlaceId;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;

/** A project, or its settings, with the tabs that the plugin added. */
final class ProjectPage implements Page {
    private static final String OVERVIEW = "projectOverview";

    /** Which of the two pages it is. */
    record Side(PlaceId place, Permission permission, String path) {
        static final Side VIEW = new Side(PlaceId.PROJECT_TAB, Permission.VIEW_PROJECT, "/project.html");
        static final Side EDIT =
                new Side(PlaceId.EDIT_PROJECT_PAGE_TAB, Permission.EDIT_PROJECT, "/admin/editProject.html");

        boolean isEdit() {
            return equals(EDIT);
        }
    }

    private final PluginCalls plugin;
    private final Side side;

    ProjectPage(PluginCalls plugin, Side side) {
        this.plugin = plugin;
        this.side = side;
    }

    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(side.permission);
        SProject project = project(exchange);
        String open = exchange.parameter("tab").isEmpty() ? OVERVIEW : exchange.parameter("tab");
        exchange.request().setAttribute("project", project);
        exchange.request().setAttribute("currentProject", project);
        List<CustomTab> added = plugin.tabs(side.place, exchange.request());
        List<Map<String, String>> tabs = new ArrayList<>();
        tabs.add(Map.of("id", OVERVIEW, "title", side.isEdit() ? "General Settings" : "Overview"));
        added.forEach(tab -> tabs.add(Map.of("id", tab.getTabId(), "title", tab.getTabTitle(exchange.request()))));
        Map<String, Object> model = new HashMap<>();
        model.put("tabs", tabs);
        model.put("tab", open);
        model.put("path", side.path);
        model.put("edit", side.isEdit());
        model.put("projectId", project.getExternalId());
        model.put("projectName", project.getName());
        model.put("mayEdit", exchange.may(Permission.EDIT_PROJECT));
        model.put(
                "configurations",
                exchange.teamCity().server().configurations().all().stream()
                        .map((BuildConfiguration each) -> Map.of("id", each.id(), "name", each.name()))
                        .toList());
        Optional<CustomTab> ofPlugin =
                added.stream().filter(tab -> tab.getTabId().equals(open)).findFirst();
        if (ofPlugin.isPresent()) {
            plugin.fill(ofPlugin.get(), exchange.request());
            model.put("extension", ofPlugin.get());
        } else if (!open.equals(OVERVIEW)) {
            throw new NotFoundException("The project has no tab " + open + ".");
        }
        exchange.show("project", model);
    }

    private static SProject project(Exchange exchange) {
        String id = exchange.parameter("projectId");
        SProject project = exchange.teamCity()
                .server()
                .buildServer()
                .getProjectManager()
                .findProjectByExternalId(id.isEmpty() ? "Sandbox" : id);
        if (project == null) {
            throw new NotFoundException("There is no project " + id + ".");
        }
        return project;
    }
}
