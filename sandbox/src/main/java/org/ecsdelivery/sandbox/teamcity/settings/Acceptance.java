package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.ArrayList;
import java.util.List;
import jetbrains.buildServer.serverSide.InvalidProperty;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.sandbox.teamcity.LocalServer;

/** What the server half has to say of a build configuration's steps and features. */
final class Acceptance {
    private final StoredConfiguration configuration;
    private final LocalServer server;
    private final List<String> problems = new ArrayList<>();

    Acceptance(StoredConfiguration configuration, LocalServer server) {
        this.configuration = configuration;
        this.server = server;
    }

    List<String> problems() {
        if (!configuration.effective().isComplete()) {
            problems.add("build configuration " + configuration.id() + ": a template of "
                    + configuration.effective().entity().templates() + " is not there.");
        }
        configuration.enabled("build-runners").forEach(this::step);
        configuration.enabled("build-extensions").forEach(this::feature);
        return List.copyOf(problems);
    }

    private void step(Entry step) {
        if (server.knows(step.type())) {
            refused(step, server.validate(step.type(), step.parameters()));
        } else {
            problems.add(place(step) + ": the server knows no run type " + step.type() + ".");
        }
    }

    /** Features that the plugin did not bring are TeamCity's own. */
    private void feature(Entry feature) {
        if (server.buildFeatures().find(feature.type()).isPresent()) {
            refused(feature, server.buildFeatures().validate(feature.type(), feature.parameters()));
        }
    }

    private void refused(Entry entry, List<InvalidProperty> invalid) {
        invalid.forEach(
                each -> problems.add(place(entry) + ", " + each.getPropertyName() + ": " + each.getInvalidReason()));
    }

    private String place(Entry entry) {
        return "build configuration " + configuration.id() + ", " + entry.title();
    }
}
