package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalServer;

/** Lists the steps and build features of a configuration in the words of the plugin, and what can be added. */
final class SettingsPage implements Page {
    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(Permission.VIEW_BUILD_CONFIGURATION_SETTINGS);
        BuildConfiguration configuration = exchange.configuration("id");
        LocalServer server = exchange.teamCity().server();
        Map<String, Object> model = new HashMap<>();
        model.put("configuration", Map.of("id", configuration.id(), "name", configuration.name()));
        model.put("steps", steps(configuration, server));
        model.put("features", features(configuration, server));
        model.put("mayEdit", exchange.may(Permission.EDIT_PROJECT));
        model.put("runTypes", runTypes(server));
        model.put(
                "featureTypes",
                server.buildFeatures().types().stream()
                        .map(type -> Map.of(
                                "type",
                                type,
                                "name",
                                server.buildFeatures().get(type).getDisplayName()))
                        .toList());
        exchange.show("settings", model);
    }

    private static List<Map<String, Object>> runTypes(LocalServer server) {
        List<Map<String, Object>> types = new ArrayList<>();
        for (RunType type : server.runTypes()) {
            types.add(Map.of(
                    "type", type.getType(), "name", type.getDisplayName(), "description", type.getDescription()));
        }
        return types;
    }

    private static List<Map<String, Object>> steps(BuildConfiguration configuration, LocalServer server) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BuildStep step : configuration.steps()) {
            rows.add(Map.of(
                    "id",
                    "RUNNER_" + (rows.size() + 1),
                    "name",
                    step.name(),
                    "type",
                    runType(server, step).map(RunType::getDisplayName).orElse(step.type()),
                    "hasPage",
                    runType(server, step)
                            .map(RunType::getEditRunnerParamsJspFilePath)
                            .filter(page -> !page.isEmpty())
                            .isPresent(),
                    "description",
                    runType(server, step)
                            .map(type -> type.describeParameters(step.parameters()))
                            .orElse("A step that is not stood in for")));
        }
        return rows;
    }

    private static List<Map<String, Object>> features(BuildConfiguration configuration, LocalServer server) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ConfiguredFeature feature : configuration.features()) {
            Optional<BuildFeature> kind = server.buildFeatures().find(feature.type());
            rows.add(Map.of(
                    "id",
                    "BUILD_EXT_" + (rows.size() + 1),
                    "hasPage",
                    kind.isPresent(),
                    "type",
                    kind.map(BuildFeature::getDisplayName).orElse(feature.type()),
                    "description",
                    kind.map(each -> each.describeParameters(feature.parameters()))
                            .orElse("A build feature that is not stood in for")));
        }
        return rows;
    }

    private static Optional<RunType> runType(LocalServer server, BuildStep step) {
        return Optional.ofNullable(server.buildServer().getRunTypeRegistry().findRunType(step.type()));
    }
}
