package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.DoctorParameters.CLUSTER;
import static org.ecsdelivery.common.settings.DoctorParameters.FAIL_ON;
import static org.ecsdelivery.common.settings.DoctorParameters.SERVICES;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** How the pages of the step that checks pipelines group their fields; a bean that the pages make themselves. */
public final class DoctorForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of("Pipelines", List.of(CLUSTER, SERVICES, FAIL_ON)),
            SettingsGroup.of("AWS access", AwsParameters.OF_STEPS)
                    .withAccessCheck(RunTypeId.DOCTOR, Map.of(CLUSTER, "cluster")));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
