package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.TaskParameters.AT_ONCE;
import static org.ecsdelivery.common.settings.TaskParameters.CLUSTER;
import static org.ecsdelivery.common.settings.TaskParameters.COMMAND;
import static org.ecsdelivery.common.settings.TaskParameters.CONTAINER;
import static org.ecsdelivery.common.settings.TaskParameters.COUNT;
import static org.ecsdelivery.common.settings.TaskParameters.CPU;
import static org.ecsdelivery.common.settings.TaskParameters.DEFINITION;
import static org.ecsdelivery.common.settings.TaskParameters.ENVIRONMENT;
import static org.ecsdelivery.common.settings.TaskParameters.ENV_FILE;
import static org.ecsdelivery.common.settings.TaskParameters.INPUTS;
import static org.ecsdelivery.common.settings.TaskParameters.LAUNCH;
import static org.ecsdelivery.common.settings.TaskParameters.MEMORY;
import static org.ecsdelivery.common.settings.TaskParameters.PROVIDERS;
import static org.ecsdelivery.common.settings.TaskParameters.PUBLIC_IP;
import static org.ecsdelivery.common.settings.TaskParameters.SECURITY_GROUPS;
import static org.ecsdelivery.common.settings.TaskParameters.SERVICE;
import static org.ecsdelivery.common.settings.TaskParameters.STOP_AT_FIRST;
import static org.ecsdelivery.common.settings.TaskParameters.SUBNETS;
import static org.ecsdelivery.common.settings.TaskParameters.TIMEOUT;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** How the task step's pages group their fields; a bean that the pages make themselves. */
public final class TaskForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of(
                    "Task",
                    List.of(CLUSTER, DEFINITION, CONTAINER, COMMAND, ENVIRONMENT, ENV_FILE, CPU, MEMORY, TIMEOUT)),
            SettingsGroup.of("Several tasks", List.of(COUNT, INPUTS, AT_ONCE, STOP_AT_FIRST)),
            SettingsGroup.of("Place", List.of(LAUNCH, SERVICE, PROVIDERS, SUBNETS, SECURITY_GROUPS, PUBLIC_IP)),
            SettingsGroup.of("AWS access", AwsParameters.OF_STEPS)
                    .withAccessCheck(
                            RunTypeId.TASK, Map.of(CLUSTER, "cluster", SERVICE, "service", CONTAINER, "container")));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
