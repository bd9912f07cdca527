package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;

/** A build feature's settings: TeamCity has a page for who may edit the project, and none to look at. */
final class FeaturePage implements Page {
    private static final String NEW = "__NEW_FEATURE__";

    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(Permission.EDIT_PROJECT);
        BuildConfiguration configuration = exchange.configuration("id");
        if (exchange.isPost()) {
            save(exchange, configuration);
        } else {
            show(exchange, configuration);
        }
    }

    private static void show(Exchange exchange, BuildConfiguration configuration) throws ServletException, IOException {
        ConfiguredFeature feature = feature(exchange, configuration);
        BuildFeature kind = exchange.teamCity().server().buildFeatures().get(feature.type());
        Map<String, Object> model = new HashMap<>(SettingsModel.of(exchange, configuration, feature.parameters()));
        model.put("feature", Map.of("type", feature.type(), "id", exchange.parameter("featureId")));
        model.put("title", kind.getDisplayName());
        model.put(
                "includeUrl",
                Optional.ofNullable(kind.getEditParametersUrl())
                        .orElseThrow(() -> new NotFoundException("The build feature has no settings.")));
        exchange.show("feature", model);
    }

    private static ConfiguredFeature feature(Exchange exchange, BuildConfiguration configuration) {
        String id = exchange.parameter("featureId");
        if (id.equals(NEW)) {
            String type = exchange.parameter("featureType");
            BuildFeature kind = exchange.teamCity()
                    .server()
                    .buildFeatures()
                    .find(type)
                    .orElseThrow(() -> new NotFoundException("There is no build feature " + type + "."));
            return new ConfiguredFeature(
                    type, Optional.ofNullable(kind.getDefaultParameters()).orElse(Map.of()));
        }
        return configuration.features().get(index(id, configuration));
    }

    private static int index(String id, BuildConfiguration configuration) {
        int index = id.matches("BUILD_EXT_\\d{1,4}") ? Integer.parseInt(id.substring("BUILD_EXT_".length())) - 1 : -1;
        if (index < 0 || index >= configuration.features().size()) {
            throw new NotFoundException("There is no build feature " + id + ".");
        }
        return index;
    }

    private static void save(Exchange exchange, BuildConfiguration configuration) throws IOException {
        ConfiguredFeature before = feature(exchange, configuration);
        Map<String, String> parameters = SettingsForm.read(exchange);
        List<InvalidProperty> invalid =
                exchange.teamCity().server().buildFeatures().validate(before.type(), parameters);
        if (!invalid.isEmpty()) {
            exchange.json(SettingsModel.errors(invalid));
            return;
        }
        List<ConfiguredFeature> features = new ArrayList<>(configuration.features());
        ConfiguredFeature feature = new ConfiguredFeature(before.type(), parameters);
        if (exchange.parameter("featureId").equals(NEW)) {
            features.add(feature);
        } else {
            features.set(index(exchange.parameter("featureId"), configuration), feature);
        }
        exchange.teamCity().server().configurations().save(configuration.withFeatures(features));
        exchange.json(Map.of("redirect", "/admin/editBuildRunners.html?id=buildType:" + configuration.id()));
    }
}
