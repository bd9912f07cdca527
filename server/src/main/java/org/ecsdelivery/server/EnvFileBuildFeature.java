package org.ecsdelivery.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.PropertiesProcessor;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;

/** The build feature that writes an env file before the steps run; a build configuration may have several, one for each file. */
public final class EnvFileBuildFeature extends BuildFeature {
    private final PluginDescriptor plugin;

    /** Makes the feature for a server; TeamCity finds it by its type among the beans. */
    public EnvFileBuildFeature(PluginDescriptor plugin) {
        this.plugin = plugin;
    }

    @Override
    public String getType() {
        return EnvFileFeature.TYPE;
    }

    @Override
    public String getDisplayName() {
        return "Env File";
    }

    @Override
    public String getEditParametersUrl() {
        return plugin.getPluginResourcesPath("envFileEdit.jsp");
    }

    @Override
    public boolean isMultipleFeaturesPerBuildTypeAllowed() {
        return true;
    }

    @Override
    public PropertiesProcessor getParametersProcessor() {
        return given -> SettingsTable.refused(
                EnvFileParameters.parse(given, References.UNRESOLVED).invalidParameters());
    }

    @Override
    public Map<String, String> getDefaultParameters() {
        return SettingsTable.defaults(EnvFileParameters.ALL);
    }

    @Override
    public Collection<Requirement> getRequirements(Map<String, String> given) {
        return AgentRequirements.ofOurAgentHalf();
    }

    /** Says what is written where and when, and from which sources; of values only how many there are. */
    @Override
    public String describeParameters(Map<String, String> given) {
        String step =
                given.getOrDefault(EnvFileParameters.BEFORE_STEP.name(), "").strip();
        String required =
                given.getOrDefault(EnvFileParameters.REQUIRED.name(), "").strip();
        return "Writes " + SettingsTable.shown(given, EnvFileParameters.PATH)
                + " for " + SettingsTable.shown(given, EnvFileParameters.DIALECT)
                + " before " + (step.isEmpty() ? "the first step" : "step '" + step + "'")
                + ", from " + sources(given)
                + (required.isEmpty() ? "" : "; requires " + String.join(", ", required.split("[\\s,]+")));
    }

    private static String sources(Map<String, String> given) {
        List<String> sources = new ArrayList<>();
        sources.add("build parameters " + SettingsTable.shown(given, EnvFileParameters.PREFIX) + "*");
        add(sources, "", given, EnvFileParameters.PARAMETERS);
        add(sources, "template ", given, EnvFileParameters.TEMPLATE);
        add(sources, "Systems Manager ", given, EnvFileParameters.SSM);
        add(sources, "Secrets Manager ", given, EnvFileParameters.SECRETS);
        int values = SettingsTable.lines(given, EnvFileParameters.VALUES).size();
        if (values > 0) {
            sources.add(values == 1 ? "1 value" : values + " values");
        }
        return String.join(", ", sources);
    }

    private static void add(List<String> sources, String kind, Map<String, String> given, Parameter parameter) {
        List<String> lines = SettingsTable.lines(given, parameter);
        if (!lines.isEmpty()) {
            sources.add(kind + String.join(", ", lines));
        }
    }
}
