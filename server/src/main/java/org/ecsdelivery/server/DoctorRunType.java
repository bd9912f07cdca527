package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** The step that checks what Amazon ECS services are deployed to. */
public final class DoctorRunType extends StepRunType {

    /** Makes the step for a server. */
    public DoctorRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        super(registry, plugin);
    }

    @Override
    public String getType() {
        return RunTypeId.DOCTOR;
    }

    @Override
    public String getDisplayName() {
        return "Check Pipeline";
    }

    @Override
    public String getDescription() {
        return "Checks what Amazon ECS services are deployed to, and says what would make deployments fail, and how to mend it";
    }

    @Override
    public String describeParameters(Map<String, String> given) {
        return "Checks " + SettingsTable.shown(given, DoctorParameters.SERVICES) + " in cluster "
                + SettingsTable.shown(given, DoctorParameters.CLUSTER) + ", fails on "
                + SettingsTable.shown(given, DoctorParameters.FAIL_ON);
    }

    @Override
    List<Parameter> parameters() {
        return DoctorParameters.ALL;
    }

    @Override
    List<InvalidParameter> problemsOf(Map<String, String> given, References references) {
        return DoctorParameters.parse(given, references).invalidParameters();
    }

    @Override
    String page() {
        return "doctor";
    }
}
