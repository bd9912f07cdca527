package org.ecsdelivery.dsl.model;

import java.util.List;

/** The order of the lists inside the settings of a build configuration or template. */
public final class SettingsOrder {
    private static final List<String> NAMES = List.of(
            "inherits",
            "options",
            "disabled-settings",
            "parameters",
            "build-runners",
            "output-parameters",
            "vcs-settings",
            "requirements",
            "build-triggers",
            "build-extensions",
            "artifact-dependencies",
            "dependencies",
            "cleanup");

    private static final List<String> PROJECT = List.of(
            "name",
            "description",
            "default-template",
            "parameters",
            "project-extensions",
            "cleanup",
            "subprojectsOrder",
            "buildTypesOrder");

    private SettingsOrder() {}

    /** Returns the place of an element among those of a project; what is not known comes last. */
    public static int placeInProject(String name) {
        int place = PROJECT.indexOf(name);
        return place < 0 ? PROJECT.size() : place;
    }

    /** Returns the place of a list; what nobody knows comes last. */
    public static int place(String name) {
        int place = NAMES.indexOf(name);
        return place < 0 ? NAMES.size() : place;
    }

    /** Tells whether TeamCity is known to write a list of this name. */
    public static boolean knows(String name) {
        return NAMES.contains(name);
    }
}
