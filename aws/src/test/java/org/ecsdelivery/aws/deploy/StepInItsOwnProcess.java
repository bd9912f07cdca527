package org.ecsdelivery.aws.deploy;

import java.net.URI;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.aws.QuickAwsClients;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.deploy.ServiceDeploy;
import org.ecsdelivery.engine.time.Cancellation;

/** The deploy step in a process that a test may kill. */
final class StepInItsOwnProcess {
    private StepInItsOwnProcess() {}

    public static void main(String[] args) {
        URI endpoint = URI.create(args[0]);
        TimeOverHttp time = new TimeOverHttp(endpoint);
        try (AwsClients clients = QuickAwsClients.of(endpoint, StepOnLocalAws.REGION, time)) {
            DeployPorts ports = new DeployPorts(
                    clients.ecs(),
                    clients.targetGroups(),
                    clients.containerLogs(),
                    clients.imageRegistry(),
                    clients.alarms(),
                    clients.scaling(),
                    clients.taskRuns(),
                    clients.envFileBucket(),
                    clients.pipelines());
            new ServiceDeploy(ports, time, time, new Cancellation(), event -> {})
                    .run(StepOnLocalAws.plain(), StepOnLocalAws.TAGS);
        }
    }
}
