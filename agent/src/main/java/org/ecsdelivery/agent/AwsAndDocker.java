package org.ecsdelivery.agent;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.docker.DockerEngine;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.envfile.ParameterStore;
import org.ecsdelivery.engine.envfile.SecretStore;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.RegistryScans;
import org.ecsdelivery.engine.share.SharedAws;
import org.ecsdelivery.engine.stack.StackApi;
import org.ecsdelivery.engine.task.TaskPorts;
import org.ecsdelivery.engine.time.Pause;

/** The real outside: AWS by its SDK, and the Docker Engine that the build's environment names. */
final class AwsAndDocker implements Outside {
    private final AwsClients clients;
    private final SharedAws shared;
    private final Map<String, String> environment;

    private AwsAndDocker(AwsClients clients, SharedAws shared, Map<String, String> environment) {
        this.clients = clients;
        this.shared = shared;
        this.environment = environment;
    }

    static AwsAndDocker open(
            AwsAccess access,
            Map<String, String> environment,
            InstantSource clock,
            Pause pause,
            EngineListener listener) {
        AwsClients clients = AwsClients.open(access, environment, clock);
        return new AwsAndDocker(
                clients, new SharedAws(clients.ecs(), clients.targetGroups(), clock, pause, listener), environment);
    }

    @Override
    public DeployPorts aws() {
        return new DeployPorts(
                shared.ecs(),
                shared.targetGroups(),
                clients.containerLogs(),
                clients.imageRegistry(),
                clients.alarms(),
                clients.scaling(),
                clients.taskRuns(),
                clients.envFileBucket(),
                clients.pipelines());
    }

    @Override
    public RegistryScans scans(PushTargets targets) {
        return clients.scans(targets);
    }

    @Override
    public TaskPorts tasks() {
        return new TaskPorts(clients.taskRuns(), clients.containerLogs());
    }

    @Override
    public ParameterStore parameters() {
        return clients.parameters();
    }

    @Override
    public SecretStore secretValues() {
        return clients.secretValues();
    }

    @Override
    public PipelineApi pipelines() {
        return clients.pipelines();
    }

    @Override
    public StackApi stacks() {
        return clients.stacks();
    }

    @Override
    public Registries registries(PushTargets targets) {
        return clients.registries(targets);
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
    public Map<String, Long> requests() {
        return clients.requests();
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
