package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** Starts a build with the parameters of the dialog; a password that nobody touched stays as it is. */
final class RunPage implements Page {
    private static final String PREFIX = "parameter:";

    /** Returns the parameters for the dialog; of a password only that it is one. */
    static List<Map<String, Object>> offered(BuildConfiguration configuration) {
        List<Map<String, Object>> rows = new ArrayList<>();
        new TreeMap<>(configuration.parameters()).forEach((name, value) -> {
            boolean password = isPassword(configuration, name);
            rows.add(Map.of("name", name, "password", password, "value", password ? "" : value));
        });
        return rows;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.require(Permission.RUN_BUILD);
        if (!exchange.isPost()) {
            throw new NotFoundException("Builds are started with POST.");
        }
        BuildConfiguration configuration = exchange.configuration("buildTypeId");
        Map<String, String> changed = changed(exchange, configuration);
        if (!changed.isEmpty()) {
            exchange.require(Permission.CUSTOMIZE_BUILD_PARAMETERS);
        }
        long id = start(exchange, configuration, changed);
        exchange.json(Map.of("redirect", "/viewLog.html?tab=buildLog&buildId=" + id));
    }

    /** One at a time: the next id is one more than the highest so far. */
    private synchronized long start(Exchange exchange, BuildConfiguration configuration, Map<String, String> changed) {
        long id = exchange.teamCity().builds().stream()
                        .mapToLong(build -> build.inputs().id())
                        .max()
                        .orElse(0)
                + 1;
        BuildInputs inputs = new BuildInputs(
                id,
                number(exchange),
                "0123456789abcdef0123456789abcdef01234567",
                Optional.of(exchange.parameter("branch")).filter(branch -> !branch.isBlank()),
                Boolean.parseBoolean(exchange.parameter("personal")),
                exchange.teamCity().server().buildServer().getRootUrl());
        exchange.teamCity().runCustom(configuration, inputs, changed);
        return id;
    }

    private static String number(Exchange exchange) {
        int newest = exchange.teamCity().builds().stream()
                .map(RunningBuild::inputs)
                .map(BuildInputs::number)
                .filter(number -> number.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return String.valueOf(newest + 1);
    }

    private static Map<String, String> changed(Exchange exchange, BuildConfiguration configuration) {
        Map<String, String> changed = new HashMap<>();
        exchange.request().getParameterMap().forEach((field, values) -> {
            if (field.startsWith(PREFIX)) {
                String name = field.substring(PREFIX.length());
                boolean untouched = isPassword(configuration, name) && values[0].isEmpty();
                if (!untouched && !values[0].equals(configuration.parameters().get(name))) {
                    changed.put(name, values[0]);
                }
            }
        });
        return changed;
    }

    private static boolean isPassword(BuildConfiguration configuration, String name) {
        return configuration.passwordParameters().contains(name);
    }
}
