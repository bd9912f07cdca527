package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.DeployParameters.CLUSTER;
import static org.ecsdelivery.common.settings.DeployParameters.CONTAINER;
import static org.ecsdelivery.common.settings.DeployParameters.DRY_RUN;
import static org.ecsdelivery.common.settings.DeployParameters.FAILED_TASK_LOG_LINES;
import static org.ecsdelivery.common.settings.DeployParameters.FINISH_LEVEL;
import static org.ecsdelivery.common.settings.DeployParameters.FORCE;
import static org.ecsdelivery.common.settings.DeployParameters.IMAGE;
import static org.ecsdelivery.common.settings.DeployParameters.KEEP_REVISIONS;
import static org.ecsdelivery.common.settings.DeployParameters.ON_PAUSE;
import static org.ecsdelivery.common.settings.DeployParameters.ON_STOP;
import static org.ecsdelivery.common.settings.DeployParameters.PIPELINE_CHECK;
import static org.ecsdelivery.common.settings.DeployParameters.SERVICE;
import static org.ecsdelivery.common.settings.DeployParameters.TIMEOUT;
import static org.ecsdelivery.common.settings.ServiceSetParameters.AT_ONCE;
import static org.ecsdelivery.common.settings.ServiceSetParameters.ON_FAILURE;
import static org.ecsdelivery.common.settings.ServiceSetParameters.ORDER;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.MigrationParameters;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceParameters;

/** How the deploy step's pages group their fields; a bean that the pages make themselves. */
public final class DeployForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of(
                    "Deployment",
                    Stream.of(
                                    List.of(CLUSTER, SERVICE, CONTAINER, IMAGE, ORDER, AT_ONCE, ON_FAILURE),
                                    MigrationParameters.ALL)
                            .flatMap(List::stream)
                            .toList()),
            SettingsGroup.of(
                    "Completion",
                    List.of(
                            FINISH_LEVEL,
                            TIMEOUT,
                            ON_STOP,
                            ON_PAUSE,
                            PIPELINE_CHECK,
                            FAILED_TASK_LOG_LINES,
                            KEEP_REVISIONS,
                            FORCE,
                            DRY_RUN)),
            SettingsGroup.of(
                    "Changes besides the image",
                    Stream.of(RevisionParameters.ALL, ServiceParameters.ALL)
                            .flatMap(List::stream)
                            .toList()),
            SettingsGroup.of("AWS access", AwsParameters.OF_STEPS)
                    .withAccessCheck(
                            RunTypeId.DEPLOY, Map.of(CLUSTER, "cluster", SERVICE, "service", CONTAINER, "container")));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
