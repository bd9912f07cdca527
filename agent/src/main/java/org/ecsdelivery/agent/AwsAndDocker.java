package org.ecsdelivery.agent;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.docker.DockerEngine;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.image.ImageEngine;

/** The real outside: AWS by its SDK, and the Docker Engine that the build's environment names. */
final class AwsAndDocker implements Outside {
    private final AwsClients clients;
    private final Map<String, String> environment;

    private AwsAndDocker(AwsClients clients, Map<String, String> environment) {
        this.clients = clients;
        this.environment = environment;
    }

    static AwsAndDocker open(AwsAccess access, Map<String, String> environment, InstantSource clock) {
        return new AwsAndDocker(AwsClients.open(access, environment, clock), environment);
    }

    @Override
    public DeployPorts aws() {
        return new DeployPorts(clients.ecs(), clients.targetGroups(), clients.containerLogs(), clients.imageRegistry());
    }

    @Override
    public ImageEngine docker() {
        return DockerEngine.of(environment);
    }

    @Override
    public Set<Secret> secrets() {
        return clients.secrets();
    }

    @Override
    public String description() {
        return "AWS Region " + clients.region() + ", credentials from " + clients.credentialsOrigin();
    }

    @Override
    public void close() {
        clients.close();
    }
}
