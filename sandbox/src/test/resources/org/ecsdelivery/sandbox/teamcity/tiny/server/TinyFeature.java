package tiny.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.requirements.RequirementType;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.PropertiesProcessor;
import jetbrains.buildServer.web.openapi.PluginDescriptor;

public class TinyFeature extends BuildFeature {
    private final PluginDescriptor plugin;

    public TinyFeature(PluginDescriptor plugin) {
        this.plugin = plugin;
    }

    @Override
    public String getType() {
        return "tiny-feature";
    }

    @Override
    public String getDisplayName() {
        return "Tiny feature";
    }

    @Override
    public String getEditParametersUrl() {
        return plugin.getPluginResourcesPath("edit.jsp");
    }

    @Override
    public Map<String, String> getDefaultParameters() {
        return Map.of("text", "by default");
    }

    @Override
    public PropertiesProcessor getParametersProcessor() {
        return properties -> properties.containsKey("a") ? List.of() : List.of(new InvalidProperty("a", "Say a"));
    }

    @Override
    public Collection<Requirement> getRequirements(Map<String, String> parameters) {
        return parameters.containsKey("needs")
                ? List.of(new Requirement(parameters.get("needs"), null, RequirementType.EXISTS))
                : List.of();
    }
}
