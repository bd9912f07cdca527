package org.ecsdelivery.sandbox.teamcity.settings;

import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.sandbox.teamcity.LocalServer;

/** The projects of a settings directory such as {@code .teamcity}, taken over by a server. */
public final class ProjectSettings {
    private final SettingsTree tree;

    private ProjectSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /**
     * Takes over what a directory says. The server half of the plugin checks its steps and features as when a person saves them.
     *
     * @throws SettingsNotAccepted when a build configuration is not valid, with all that is wrong
     */
    public static ProjectSettings load(Path directory, LocalServer server) {
        ProjectSettings settings =
                new ProjectSettings(SettingsDirectory.at(directory).read());
        List<String> problems = settings.ids().stream()
                .map(settings::configuration)
                .flatMap(each -> new Acceptance(each, server).problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsNotAccepted(problems);
        }
        return settings;
    }

    /** Returns the ids of the build configurations. */
    public List<String> ids() {
        return tree.entities(Kind.BUILD_TYPE).stream().map(Entity::id).toList();
    }

    /**
     * Returns a build configuration.
     *
     * @throws IllegalArgumentException when there is none of that id
     */
    public StoredConfiguration configuration(String id) {
        return tree.configuration(id)
                .filter(each -> each.kind() == Kind.BUILD_TYPE)
                .map(each -> StoredConfiguration.of(each, tree))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no build configuration " + id + "; there are " + ids() + "."));
    }
}
