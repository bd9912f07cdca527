package tiny.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.requirements.RequirementType;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.PropertiesProcessor;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;

public class TinyRunType extends RunType {
    private final PluginDescriptor plugin;

    public TinyRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        this.plugin = plugin;
        registry.registerRunType(this);
    }

    @Override
    public String getType() {
        return "tiny";
    }

    @Override
    public String getDisplayName() {
        return "Tiny";
    }

    @Override
    public String getDescription() {
        return "Does one small thing";
    }

    @Override
    public PropertiesProcessor getRunnerPropertiesProcessor() {
        return properties -> {
            Collection<InvalidProperty> invalid = new ArrayList<>();
            if (!properties.containsKey("do")) {
                invalid.add(new InvalidProperty("do", "Say what to do"));
            }
            return invalid;
        };
    }

    @Override
    public String getEditRunnerParamsJspFilePath() {
        return plugin.getPluginResourcesPath("edit.jsp");
    }

    @Override
    public String getViewRunnerParamsJspFilePath() {
        return plugin.getPluginResourcesPath("view.jsp");
    }

    @Override
    public Map<String, String> getDefaultRunnerProperties() {
        return Map.of("text", "by default");
    }

    @Override
    public String describeParameters(Map<String, String> parameters) {
        return "Does " + parameters.get("do");
    }

    @Override
    public List<Requirement> getRunnerSpecificRequirements(Map<String, String> parameters) {
        return parameters.containsKey("docker")
                ? List.of(new Requirement("docker.server.version", null, RequirementType.EXISTS))
                : List.of();
    }
}
