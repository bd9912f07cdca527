package org.ecsdelivery.dsl.model;

import java.util.Arrays;
import java.util.Optional;

/** What a file of the settings describes. */
public enum Kind {
    /** A project, with its parameters and features. */
    PROJECT("project", "project"),
    /** A build configuration. */
    BUILD_TYPE("build-type", "build configuration"),
    /** A template of build configurations. */
    TEMPLATE("template", "template"),
    /** A VCS root. */
    VCS_ROOT("vcs-root", "VCS root"),
    /** A recipe, called meta-runner in files. */
    RECIPE("meta-runner", "recipe");

    private final String element;
    private final String noun;

    Kind(String element, String noun) {
        this.element = element;
        this.noun = noun;
    }

    /** Returns the outermost element of its files. */
    public String element() {
        return element;
    }

    /** Returns what people call it. */
    public String noun() {
        return noun;
    }

    /** Returns the path of a file below the settings directory. */
    public String path(String project, String id) {
        return switch (this) {
            case PROJECT -> id + "/project-config.xml";
            case BUILD_TYPE, TEMPLATE -> project + "/buildTypes/" + id + ".xml";
            case VCS_ROOT -> project + "/vcsRoots/" + id + ".xml";
            case RECIPE -> project + "/pluginData/metaRunners/" + id + ".xml";
        };
    }

    static Optional<Kind> ofElement(String name) {
        return Arrays.stream(values()).filter(each -> each.element.equals(name)).findFirst();
    }
}
