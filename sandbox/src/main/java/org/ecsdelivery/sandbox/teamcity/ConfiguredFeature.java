package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;

/** One build feature of a build configuration, its parameters as entered: references not yet resolved. */
public record ConfiguredFeature(String type, Map<String, String> parameters) {

    /** Keeps a copy of the parameters. */
    public ConfiguredFeature {
        parameters = Map.copyOf(parameters);
    }
}
