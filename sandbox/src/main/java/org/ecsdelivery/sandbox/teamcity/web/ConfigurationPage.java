package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** The home of a build configuration: its builds, the newest first, and the dialog to run one. */
final class ConfigurationPage implements Page {
    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(Permission.VIEW_PROJECT);
        BuildConfiguration configuration = exchange.configuration("buildTypeId");
        List<Map<String, Object>> builds = new ArrayList<>();
        for (RunningBuild build : exchange.teamCity().builds()) {
            if (build.configuration().id().equals(configuration.id())) {
                builds.add(BuildView.of(build));
            }
        }
        Collections.reverse(builds);
        Map<String, Object> model = new HashMap<>();
        model.put("configuration", Map.of("id", configuration.id(), "name", configuration.name()));
        model.put("builds", builds);
        model.put("parameters", RunPage.offered(configuration));
        model.put("mayRun", exchange.may(Permission.RUN_BUILD));
        model.put("mayCustomize", exchange.may(Permission.CUSTOMIZE_BUILD_PARAMETERS));
        model.put("maySeeSettings", exchange.may(Permission.VIEW_BUILD_CONFIGURATION_SETTINGS));
        exchange.show("configuration", model);
    }
}
