package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.TaskParameters;

/** The step that runs an Amazon ECS task to its end. */
public final class TaskRunType extends StepRunType {

    /** Makes the step for a server. */
    public TaskRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        super(registry, plugin);
    }

    @Override
    public String getType() {
        return RunTypeId.TASK;
    }

    @Override
    public String getDisplayName() {
        return "Run ECS Task";
    }

    @Override
    public String getDescription() {
        return "Runs an Amazon ECS task to its end, with its log in the build log, and fails when the task does";
    }

    @Override
    public String describeParameters(Map<String, String> given) {
        return "Runs " + SettingsTable.shown(given, TaskParameters.DEFINITION)
                + " in cluster " + SettingsTable.shown(given, TaskParameters.CLUSTER)
                + " on " + SettingsTable.shown(given, TaskParameters.LAUNCH)
                + (given.getOrDefault(TaskParameters.INPUTS.name(), "").isBlank()
                        ? ""
                        : ", once for each line of " + SettingsTable.shown(given, TaskParameters.INPUTS));
    }

    @Override
    List<Parameter> parameters() {
        return TaskParameters.ALL;
    }

    @Override
    List<InvalidParameter> problemsOf(Map<String, String> given, References references) {
        return TaskParameters.parse(given, references).invalidParameters();
    }

    @Override
    String page() {
        return "task";
    }
}
