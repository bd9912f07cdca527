package org.ecsdelivery.dsl.check;

import java.util.List;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;

/** Where settings are kept: a project at the top that does not say so may stop being read from there. */
final class VersionedSettingsCheck implements Check {
    private static final String TYPE = "versionedSettings";

    @Override
    public void look(Scene scene) {
        for (Entity project : scene.tree().entities(Kind.PROJECT)) {
            List<Entry> settings = project.entries("project-extensions").stream()
                    .filter(each -> each.type().equals(TYPE))
                    .toList();
            boolean top = project.parent().isEmpty() || project.parent().equals("_Root");
            if (top && settings.isEmpty()) {
                scene.warning(
                        Rule.VERSIONED_SETTINGS,
                        project,
                        project.root(),
                        "it is at the top and does not say where its settings are kept",
                        "Add feature(VersionedSettings.in(...)), or TeamCity may stop reading them.");
            }
            settings.stream()
                    .skip(1)
                    .forEach(each -> scene.error(
                            Rule.VERSIONED_SETTINGS,
                            each,
                            "the project has versioned settings twice",
                            "Keep one of them."));
            settings.stream()
                    .filter(each ->
                            each.parameters().getOrDefault("format", "xml").equals("kotlin"))
                    .forEach(each -> scene.error(
                            Rule.VERSIONED_SETTINGS,
                            each,
                            "the format is kotlin, so that TeamCity would not read this XML",
                            "Remove the parameter format."));
        }
    }
}
