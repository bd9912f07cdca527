package org.ecsdelivery.sandbox.teamcity.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jetbrains.buildServer.controllers.BasePropertiesBean;
import jetbrains.buildServer.serverSide.InvalidProperty;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;

/** What settings pages of plugins find in the request. */
final class SettingsModel {
    private SettingsModel() {}

    static Map<String, Object> of(Exchange exchange, BuildConfiguration configuration, Map<String, String> stored) {
        Map<String, Object> model = new HashMap<>();
        model.put("propertiesBean", new BasePropertiesBean(stored));
        model.put("closedSecrets", SettingsForm.closed(exchange, stored));
        model.put("publicKey", exchange.secrets().publicKey());
        model.put("configuration", Map.of("id", configuration.id(), "name", configuration.name()));
        model.put(
                "buildForm",
                Map.of(
                        "project", Map.of("externalId", "Sandbox", "projectId", "project1"),
                        "settingsId", "buildType:" + configuration.id(),
                        "externalId", configuration.id()));
        return model;
    }

    /** Tells a page which fields are refused, and why. */
    static Map<String, Object> errors(List<InvalidProperty> invalid) {
        Map<String, String> reasons = new TreeMap<>();
        invalid.forEach(each -> reasons.merge(
                each.getPropertyName(),
                String.valueOf(each.getInvalidReason()),
                (first, second) -> first + " " + second));
        return Map.of("errors", reasons);
    }
}
