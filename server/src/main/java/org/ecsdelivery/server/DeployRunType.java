package org.ecsdelivery.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceSetParameters;

/** The step that brings an image to an Amazon ECS service and follows the deployment. */
public final class DeployRunType extends StepRunType {

    /** Makes the step for a server. */
    public DeployRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        super(registry, plugin);
    }

    @Override
    public String getType() {
        return RunTypeId.DEPLOY;
    }

    @Override
    public String getDisplayName() {
        return "Deploy to ECS";
    }

    @Override
    public String getDescription() {
        return "Deploys an image to an Amazon ECS service and waits until the old tasks are drained";
    }

    @Override
    public String describeParameters(Map<String, String> given) {
        return (Boolean.parseBoolean(SettingsTable.shown(given, DeployParameters.DRY_RUN))
                        ? "Dry run: deploys "
                        : "Deploys ")
                + SettingsTable.shown(given, DeployParameters.IMAGE)
                + " to " + services(SettingsTable.shown(given, DeployParameters.SERVICE))
                + " in cluster " + SettingsTable.shown(given, DeployParameters.CLUSTER)
                + ", until " + reached(SettingsTable.shown(given, DeployParameters.FINISH_LEVEL));
    }

    @Override
    List<Parameter> parameters() {
        return DeployParameters.ALL;
    }

    @Override
    List<InvalidParameter> problemsOf(Map<String, String> given, References references) {
        return ServiceSetParameters.parse(given, references).invalidParameters();
    }

    @Override
    String page() {
        return "deploy";
    }

    private static String services(String names) {
        String[] all = names.strip().split("\\s*[,\\r\\n]\\s*");
        return (all.length > 1 ? "services " : "service ") + String.join(", ", all);
    }

    /** A value that is no level, such as a reference, is shown as it stands. */
    private static String reached(String level) {
        return Arrays.stream(FinishLevel.values())
                .filter(each -> each.name().equalsIgnoreCase(level))
                .findFirst()
                .map(DeployRunType::sentence)
                .orElse(level);
    }

    private static String sentence(FinishLevel level) {
        return switch (level) {
            case LIVE -> "the new tasks serve";
            case DEPLOYED -> "ECS reports it completed";
            case DRAINED -> "the old targets are drained";
            case STOPPED -> "the old tasks are stopped";
        };
    }
}
