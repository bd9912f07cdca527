package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.auth.Permission;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalServer;

/** A step's settings: filled in and saved by who may edit the project, looked at by others. */
final class StepPage implements Page {
    private static final String NEW = "__NEW_RUNNER__";
    private static final String MODE = "teamcity.step.mode";

    @Override
    public void answer(Exchange exchange) throws ServletException, IOException {
        exchange.require(Permission.VIEW_BUILD_CONFIGURATION_SETTINGS);
        BuildConfiguration configuration = exchange.configuration("id");
        if (exchange.isPost()) {
            exchange.require(Permission.EDIT_PROJECT);
            save(exchange, configuration);
        } else {
            show(exchange, configuration);
        }
    }

    private static void show(Exchange exchange, BuildConfiguration configuration) throws ServletException, IOException {
        LocalServer server = exchange.teamCity().server();
        BuildStep step = step(exchange, configuration);
        RunType type = server.runType(step.type());
        boolean edit = exchange.may(Permission.EDIT_PROJECT);
        Map<String, Object> model = new HashMap<>(SettingsModel.of(exchange, configuration, step.parameters()));
        model.put("step", Map.of("name", step.name(), "type", step.type(), "id", exchange.parameter("runnerId")));
        model.put("mode", step.parameters().getOrDefault(MODE, "default"));
        model.put("title", type.getDisplayName());
        model.put("mayEdit", edit);
        model.put(
                "includeUrl",
                Optional.ofNullable(
                                edit ? type.getEditRunnerParamsJspFilePath() : type.getViewRunnerParamsJspFilePath())
                        .filter(path -> !path.isEmpty())
                        .orElseThrow(() -> new NotFoundException(
                                "The sandbox has no page for steps of type " + step.type() + ".")));
        exchange.show("step", model);
    }

    private static BuildStep step(Exchange exchange, BuildConfiguration configuration) {
        String id = exchange.parameter("runnerId");
        if (id.equals(NEW)) {
            String type = exchange.parameter("runnerType");
            LocalServer server = exchange.teamCity().server();
            if (server.runTypes().stream().noneMatch(each -> each.getType().equals(type))) {
                throw new NotFoundException("There is no run type " + type + ".");
            }
            return new BuildStep("", type, server.withDefaults(type, Map.of()));
        }
        return configuration.steps().get(index(id, configuration));
    }

    private static int index(String id, BuildConfiguration configuration) {
        int index = id.matches("RUNNER_\\d{1,4}") ? Integer.parseInt(id.substring("RUNNER_".length())) - 1 : -1;
        if (index < 0 || index >= configuration.steps().size()) {
            throw new NotFoundException("There is no step " + id + ".");
        }
        return index;
    }

    private static void save(Exchange exchange, BuildConfiguration configuration) throws IOException {
        BuildStep before = step(exchange, configuration);
        Map<String, String> parameters = SettingsForm.read(exchange);
        String mode = exchange.parameter("mode");
        if (!mode.isEmpty() && !mode.equals("default")) {
            parameters.put(MODE, mode);
        }
        List<InvalidProperty> invalid = exchange.teamCity().server().validate(before.type(), parameters);
        if (!invalid.isEmpty()) {
            exchange.json(SettingsModel.errors(invalid));
            return;
        }
        String name = exchange.parameter("buildRunnerName").strip();
        BuildStep step = new BuildStep(
                name.isEmpty()
                        ? exchange.teamCity().server().runType(before.type()).getDisplayName()
                        : name,
                before.type(),
                parameters);
        List<BuildStep> steps = new ArrayList<>(configuration.steps());
        if (exchange.parameter("runnerId").equals(NEW)) {
            steps.add(step);
        } else {
            steps.set(index(exchange.parameter("runnerId"), configuration), step);
        }
        exchange.teamCity().server().configurations().save(configuration.withSteps(steps));
        exchange.json(Map.of("redirect", "/admin/editBuildRunners.html?id=buildType:" + configuration.id()));
    }
}
