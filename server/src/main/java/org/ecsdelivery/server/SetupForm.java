package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.SetupParameters.APPLY;
import static org.ecsdelivery.common.settings.SetupParameters.CANCEL_ON_STOP;
import static org.ecsdelivery.common.settings.SetupParameters.CHANGE_SET;
import static org.ecsdelivery.common.settings.SetupParameters.DELETE_DATA;
import static org.ecsdelivery.common.settings.SetupParameters.DRIFT;
import static org.ecsdelivery.common.settings.SetupParameters.PARAMETERS;
import static org.ecsdelivery.common.settings.SetupParameters.ROLES;
import static org.ecsdelivery.common.settings.SetupParameters.SERVICE_ROLE;
import static org.ecsdelivery.common.settings.SetupParameters.STACK;
import static org.ecsdelivery.common.settings.SetupParameters.TEMPLATE;
import static org.ecsdelivery.common.settings.SetupParameters.TIMEOUT;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** How the pages of the step that sets up pipelines group their fields; a bean that the pages make themselves. */
public final class SetupForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of("Stack", List.of(STACK, TEMPLATE, PARAMETERS, ROLES, SERVICE_ROLE)),
            SettingsGroup.of("Changes", List.of(APPLY, CHANGE_SET, DELETE_DATA, DRIFT, CANCEL_ON_STOP, TIMEOUT)),
            SettingsGroup.of("AWS access", AwsParameters.OF_STEPS).withAccessCheck(RunTypeId.SETUP, Map.of()));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
