package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.PropertiesProcessor;

/** The kinds of build features that the plugin brought, asked the way TeamCity's settings pages ask them. */
public final class BuildFeatures {
    private final Collection<BuildFeature> kinds;

    BuildFeatures(Collection<BuildFeature> kinds) {
        this.kinds = kinds;
    }

    /** Returns their types. */
    public List<String> types() {
        return kinds.stream().map(BuildFeature::getType).sorted().toList();
    }

    /** Finds one, if the plugin brought it. */
    public Optional<BuildFeature> find(String type) {
        return kinds.stream().filter(each -> each.getType().equals(type)).findFirst();
    }

    /**
     * Finds one.
     *
     * @throws IllegalArgumentException when there is none of that type
     */
    public BuildFeature get(String type) {
        return find(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No build feature " + type + " is there; there are " + types() + "."));
    }

    /** Checks parameters as saving the feature's page does; references such as {@code %x%} may be unresolved. */
    public List<InvalidProperty> validate(String type, Map<String, String> parameters) {
        PropertiesProcessor processor = get(type).getParametersProcessor();
        return processor == null ? List.of() : List.copyOf(processor.process(new HashMap<>(parameters)));
    }

    /**
     * Adds a feature with the defaults filled in.
     *
     * @throws IllegalArgumentException when its page would refuse the parameters
     */
    public ConfiguredFeature add(String type, Map<String, String> parameters) {
        Map<String, String> merged = new HashMap<>(
                Optional.ofNullable(get(type).getDefaultParameters()).orElse(Map.of()));
        merged.putAll(parameters);
        List<InvalidProperty> invalid = validate(type, merged);
        if (!invalid.isEmpty()) {
            throw new IllegalArgumentException("The build feature " + type + " is not valid. "
                    + invalid.stream()
                            .map(property -> property.getPropertyName() + ": " + property.getInvalidReason())
                            .collect(Collectors.joining("; ")));
        }
        return new ConfiguredFeature(type, merged);
    }

    /** Returns what a feature requires of an agent; nothing for one that is TeamCity's own. */
    List<Requirement> requirements(ConfiguredFeature feature) {
        return find(feature.type())
                .map(kind -> List.copyOf(kind.getRequirements(feature.parameters())))
                .orElse(List.of());
    }
}
