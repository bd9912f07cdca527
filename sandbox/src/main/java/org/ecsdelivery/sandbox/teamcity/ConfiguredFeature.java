package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import org.ecsdelivery.dsl.Feature;

/** One build feature of a build configuration, its parameters as entered: references not yet resolved. */
public record ConfiguredFeature(String type, Map<String, String> parameters) {

    /** Keeps a copy of the parameters. */
    public ConfiguredFeature {
        parameters = Map.copyOf(parameters);
    }

    /** Takes over a feature written in the Java DSL. */
    public static ConfiguredFeature from(Feature feature) {
        return new ConfiguredFeature(feature.type(), feature.parameters());
    }
}
