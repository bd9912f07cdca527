package org.ecsdelivery.sandbox.teamcity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;

/** A build feature of one build as the server half of a plugin sees it: its parameters resolved. */
record ServerFeature(String id, BuildFeature feature, Map<String, String> parameters)
        implements SBuildFeatureDescriptor {

    /** Returns those of a type, numbered as TeamCity does. */
    static List<SBuildFeatureDescriptor> ofType(
            String type,
            List<ConfiguredFeature> all,
            LocalServer server,
            UnaryOperator<Map<String, String>> parameters) {
        List<SBuildFeatureDescriptor> found = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            ConfiguredFeature feature = all.get(at);
            String id = "BUILD_EXT_" + (at + 1);
            if (feature.type().equals(type)) {
                server.buildFeatures()
                        .find(type)
                        .map(kind -> new ServerFeature(id, kind, parameters.apply(feature.parameters())))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getType() {
        return feature.getType();
    }

    @Override
    public Map<String, String> getParameters() {
        return parameters;
    }

    @Override
    public BuildFeature getBuildFeature() {
        return feature;
    }
}
