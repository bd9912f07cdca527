package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.web.openapi.CustomTab;
import jetbrains.buildServer.web.openapi.PlaceId;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** A build with its tabs: TeamCity's own, and those that the plugin added. */
final class BuildPage implements Page {
    private static final String OVERVIEW = "buildResultsDiv";

    private final PluginCalls plugin;

    BuildPage(PluginCalls plugin) {
        this.plugin = plugin;
    }

    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(Permission.VIEW_PROJECT);
        RunningBuild build = exchange.build();
        String open = exchange.parameter("tab").isEmpty() ? OVERVIEW : exchange.parameter("tab");
        List<CustomTab> added = plugin.tabs(PlaceId.BUILD_RESULTS_TAB, exchange.request());
        List<Map<String, String>> tabs = new ArrayList<>(own(exchange, build));
        added.forEach(tab -> tabs.add(tab(tab.getTabId(), tab.getTabTitle(exchange.request()))));
        Map<String, Object> model = new HashMap<>();
        model.put("build", BuildView.of(build));
        model.put("artifacts", build.artifacts());
        model.put("tabs", tabs);
        model.put("tab", open);
        model.put("mayStop", exchange.may(Permission.CANCEL_BUILD));
        Optional<CustomTab> ofPlugin =
                added.stream().filter(tab -> tab.getTabId().equals(open)).findFirst();
        if (ofPlugin.isPresent()) {
            plugin.fill(ofPlugin.get(), exchange.request());
            model.put("extension", ofPlugin.get());
        } else if (tabs.stream().noneMatch(tab -> open.equals(tab.get("id")))) {
            throw new NotFoundException("The build has no tab " + open + ".");
        }
        exchange.show("build", model);
    }

    private static List<Map<String, String>> own(Exchange exchange, RunningBuild build) {
        List<Map<String, String>> tabs = new ArrayList<>();
        tabs.add(tab(OVERVIEW, "Overview"));
        tabs.add(tab("buildLog", "Build Log"));
        if (exchange.may(Permission.VIEW_BUILD_RUNTIME_DATA) && build.isOver()) {
            tabs.add(tab("buildParameters", "Parameters"));
        }
        tabs.add(tab("artifacts", "Artifacts"));
        if (build.artifacts().contains("coverage.zip")) {
            tabs.add(tab("codeCoverage", "Code Coverage"));
        }
        return tabs;
    }

    private static Map<String, String> tab(String id, String title) {
        return Map.of("id", id, "title", title);
    }
}
