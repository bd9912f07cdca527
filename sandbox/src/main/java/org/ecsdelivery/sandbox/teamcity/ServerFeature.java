package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;

/** A build feature of one build as the server half of a plugin sees it: its parameters resolved. */
record ServerFeature(String id, BuildFeature feature, Map<String, String> parameters)
        implements SBuildFeatureDescriptor {
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
