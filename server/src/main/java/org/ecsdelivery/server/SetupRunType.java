package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.SetupParameters;

/** The step that sets up what Amazon ECS services are deployed to. */
public final class SetupRunType extends StepRunType {

    /** Makes the step for a server. */
    public SetupRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        super(registry, plugin);
    }

    @Override
    public String getType() {
        return RunTypeId.SETUP;
    }

    @Override
    public String getDisplayName() {
        return "Pipeline Setup";
    }

    @Override
    public String getDescription() {
        return "Creates and updates the CloudFormation stack that services are deployed to: shows the change set, carries it out"
                + " where that is allowed, and explains failures";
    }

    @Override
    public String describeParameters(Map<String, String> given) {
        String source =
                given.getOrDefault(SetupParameters.CHANGE_SET.name(), "").isBlank()
                        ? "from " + SettingsTable.shown(given, SetupParameters.TEMPLATE)
                        : "by change set " + SettingsTable.shown(given, SetupParameters.CHANGE_SET);
        return "Sets up stack " + SettingsTable.shown(given, SetupParameters.STACK) + " " + source + ", applies "
                + SettingsTable.shown(given, SetupParameters.APPLY);
    }

    @Override
    List<Parameter> parameters() {
        return SetupParameters.ALL;
    }

    @Override
    List<InvalidParameter> problemsOf(Map<String, String> given, References references) {
        return SetupParameters.parse(given, references).invalidParameters();
    }

    @Override
    String page() {
        return "setup";
    }
}
