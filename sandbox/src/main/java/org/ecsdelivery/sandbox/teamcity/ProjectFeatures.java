package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import org.ecsdelivery.dsl.ProjectFeature;
import org.jspecify.annotations.Nullable;

/** The features of one project; what is added counts for builds that are put into the queue from then on. */
public final class ProjectFeatures {
    private final String project;
    private final List<SProjectFeatureDescriptor> features = new CopyOnWriteArrayList<>();
    private final AtomicInteger made = new AtomicInteger();

    ProjectFeatures(String project) {
        this.project = project;
    }

    /** Adds a feature written in the Java DSL. */
    public void add(ProjectFeature feature) {
        add(feature.type(), feature.parameters());
    }

    /** Adds a feature, its parameters as they stand in the settings. */
    public SProjectFeatureDescriptor add(String type, Map<String, String> parameters) {
        Feature feature = new Feature(project, "PROJECT_EXT_" + made.incrementAndGet(), type, Map.copyOf(parameters));
        features.add(feature);
        return feature;
    }

    boolean update(String id, String type, Map<String, String> parameters) {
        features.replaceAll(
                each -> each.getId().equals(id) ? new Feature(project, id, type, Map.copyOf(parameters)) : each);
        return features.stream().anyMatch(each -> each.getId().equals(id));
    }

    @Nullable
    SProjectFeatureDescriptor remove(String id) {
        for (SProjectFeatureDescriptor each : features) {
            if (each.getId().equals(id)) {
                features.remove(each);
                return each;
            }
        }
        return null;
    }

    Collection<SProjectFeatureDescriptor> ofType(String type) {
        return features.stream().filter(each -> each.getType().equals(type)).toList();
    }

    private record Feature(String project, String id, String type, Map<String, String> parameters)
            implements SProjectFeatureDescriptor {
        @Override
        public String getProjectId() {
            return project;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getType() {
            return type;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }
    }
}
