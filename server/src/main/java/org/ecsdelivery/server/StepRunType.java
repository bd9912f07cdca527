package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.PropertiesProcessor;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;

/** One kind of our build steps; everything it knows about its parameters comes from the shared table and the shared parser. */
public abstract class StepRunType extends RunType {
    private final RunTypeRegistry registry;
    private final PluginDescriptor plugin;

    StepRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        this.registry = registry;
        this.plugin = plugin;
    }

    /** Returns the parameters of the step, in the order of the settings page. */
    abstract List<Parameter> parameters();

    /** Returns what the shared parser objects to. */
    abstract List<InvalidParameter> problemsOf(Map<String, String> given, References references);

    /** Returns the first part of the names of the step's pages and icon. */
    abstract String page();

    /** Makes the step known to the server; run types, unlike extensions, are not picked up by themselves. */
    public void register() {
        registry.registerRunType(this);
    }

    /** Takes the step back when the plugin is unloaded, so that a reloaded one can take its place. */
    public void unregister() {
        registry.unregisterRunType(getType());
    }

    @Override
    public PropertiesProcessor getRunnerPropertiesProcessor() {
        return given -> SettingsTable.refused(problemsOf(given, References.UNRESOLVED));
    }

    @Override
    public Map<String, String> getDefaultRunnerProperties() {
        return SettingsTable.defaults(parameters());
    }

    @Override
    public List<Requirement> getRunnerSpecificRequirements(Map<String, String> given) {
        return AgentRequirements.ofOurAgentHalf();
    }

    @Override
    public String getEditRunnerParamsJspFilePath() {
        return plugin.getPluginResourcesPath(page() + "Edit.jsp");
    }

    @Override
    public String getViewRunnerParamsJspFilePath() {
        return plugin.getPluginResourcesPath(page() + "View.jsp");
    }

    /** Returns the address of the step's icon; TeamCity has asked for it since 2022, our signatures are older. */
    @SuppressWarnings("MissingOverride")
    public String getIconUrl() {
        return plugin.getPluginResourcesPath(page() + ".svg");
    }
}
