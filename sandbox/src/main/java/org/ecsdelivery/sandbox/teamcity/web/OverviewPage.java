package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** Lists the build configurations, each with its last build. */
final class OverviewPage implements Page {
    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(Permission.VIEW_PROJECT);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BuildConfiguration each :
                exchange.teamCity().server().configurations().all()) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", each.id());
            row.put("name", each.name());
            exchange.teamCity().builds().stream()
                    .filter(build -> build.configuration().id().equals(each.id()))
                    .reduce((RunningBuild older, RunningBuild newer) -> newer)
                    .ifPresent(build -> row.put("build", BuildView.of(build)));
            rows.add(row);
        }
        exchange.show("overview", Map.of("configurations", rows, "mayRun", exchange.may(Permission.RUN_BUILD)));
    }
}
