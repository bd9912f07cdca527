package org.ecsdelivery.agent;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.doctor.SoundPipeline;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.InMemoryTaskRuns;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.envfile.InMemoryBuckets;
import org.ecsdelivery.engine.envfile.InMemoryParameters;
import org.ecsdelivery.engine.envfile.InMemorySecrets;
import org.ecsdelivery.engine.envfile.ParameterStore;
import org.ecsdelivery.engine.envfile.SecretStore;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.InMemoryImageEngine;
import org.ecsdelivery.engine.image.InMemoryImageRegistry;
import org.ecsdelivery.engine.image.InMemoryRegistries;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.InMemoryScans;
import org.ecsdelivery.engine.scan.RegistryScans;
import org.ecsdelivery.engine.stack.InMemoryStacks;
import org.ecsdelivery.engine.stack.StackApi;
import org.ecsdelivery.engine.task.TaskPorts;
import org.ecsdelivery.engine.time.VirtualTime;

/** A build with one step, on virtual time, beside an AWS and a Docker Engine in memory. */
final class BuildOnTest {
    static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    final VirtualTime time = new VirtualTime();
    final RecordedLog log = new RecordedLog();
    final RecordedPasswords passwords = new RecordedPasswords();
    final Map<String, String> parameters = new HashMap<>();
    final Map<String, String> configuration = new HashMap<>();
    final Map<String, String> system = new HashMap<>(Map.of("build.vcs.number", "0a1b2c3"));
    final Map<String, String> shared = new ConcurrentHashMap<>();
    final InMemoryBuckets buckets = new InMemoryBuckets();
    final BuildEnvFiles envFiles = new BuildEnvFiles();
    final List<String> artifacts = new CopyOnWriteArrayList<>();
    final InMemoryEcs ecs = new InMemoryEcs(time, "old1");
    final InMemoryImageRegistry registry = new InMemoryImageRegistry(new RegistryHost(HOST), time);
    final InMemoryTaskRuns tasks = new InMemoryTaskRuns("app");
    final FakeOutside outside = new FakeOutside(
            new DeployPorts(
                    ecs,
                    ecs,
                    ecs,
                    registry,
                    ecs,
                    ecs,
                    tasks,
                    buckets,
                    (cluster, service) -> SoundPipeline.with(pipeline -> pipeline)),
            new TaskPorts(tasks, ecs),
            new InMemoryImageEngine(registry),
            new InMemoryScans(time),
            InMemoryRegistries.of(registry));
    final AgentRunningBuild build = mock(AgentRunningBuild.class);
    final BuildRunnerContext context = mock(BuildRunnerContext.class);
    private final Path directory;

    BuildOnTest(Path directory) {
        this.directory = directory;
        when(build.getBuildLogger()).thenReturn(log.logger());
        when(build.getPasswordReplacer()).thenReturn(passwords);
        when(build.getBuildId()).thenReturn(4711L);
        when(build.getBuildTypeName()).thenReturn("Deliver");
        when(build.getBuildNumber()).thenReturn("1.4.2");
        when(build.getBuildTypeExternalId()).thenReturn("Shop_Deliver");
        when(build.getBuildTypeId()).thenReturn("bt7");
        BuildAgentConfiguration agent = mock(BuildAgentConfiguration.class);
        when(agent.getSystemDirectory()).thenReturn(directory.resolve("system").toFile());
        when(build.getAgentConfiguration()).thenReturn(agent);
        when(build.getCheckoutDirectory()).thenReturn(directory.toFile());
        when(build.getBuildTempDirectory()).thenReturn(directory.resolve("temp").toFile());
        doAnswer(call -> shared.put(call.getArgument(0), call.getArgument(1)))
                .when(build)
                .addSharedConfigParameter(anyString(), anyString());
        BuildParametersMap environment = mock(BuildParametersMap.class);
        when(environment.getEnvironmentVariables()).thenReturn(Map.of("AWS_REGION", "eu-central-1"));
        when(environment.getSystemProperties()).thenReturn(system);
        when(context.getId()).thenReturn("RUNNER_1");
        when(context.getBuild()).thenReturn(build);
        when(context.getWorkingDirectory()).thenReturn(directory.toFile());
        when(context.getBuildParameters()).thenReturn(environment);
        when(context.getConfigParameters()).thenReturn(configuration);
        when(context.getRunnerParameters()).thenReturn(parameters);
    }

    /** The build is a personal one. */
    BuildOnTest personal() {
        when(build.isPersonal()).thenReturn(true);
        return this;
    }

    /** The build has an env file. */
    BuildOnTest withEnvFile(String path, EnvVariable... variables) {
        Parsed<EnvFileSettings> parsed =
                EnvFileParameters.parse(Map.of(EnvFileParameters.PATH.name(), path), References.RESOLVED);
        EnvFileSettings settings = ((Parsed.Valid<EnvFileSettings>) parsed).settings();
        envFiles.add(build.getBuildId(), new EnvFile(settings, directory.resolve(path), List.of(variables)));
        return this;
    }

    Wiring wiring() {
        return new Wiring(time, time, (access, environment, listener) -> outside);
    }

    StepLog stepLog() {
        return new StepLog(log.logger(), "flow", new Masking(passwords));
    }

    ImageRunner imageRunner() {
        return new ImageRunner(wiring(), envFiles, artifacts::add);
    }

    DeployRunner deployRunner() {
        return new DeployRunner(wiring(), envFiles, artifacts::add);
    }

    TaskRunner taskRunner() {
        return new TaskRunner(wiring(), envFiles, artifacts::add);
    }

    DoctorRunner doctorRunner() {
        return new DoctorRunner(wiring(), artifacts::add);
    }

    SetupRunner setupRunner() {
        return new SetupRunner(wiring());
    }

    CoverageRunner coverageRunner() {
        BuildStarts starts = new BuildStarts(EventDispatcher.create(AgentLifeCycleListener.class), wiring());
        starts.buildStarted(build);
        return new CoverageRunner(starts, artifacts::add);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** AWS and Docker in memory. */
    static final class FakeOutside implements Outside {
        private final DeployPorts aws;
        private final TaskPorts tasks;
        ImageEngine docker;
        Registries registries;
        final InMemoryParameters parameters = new InMemoryParameters();
        final InMemorySecrets secretValues = new InMemorySecrets();
        final java.util.Set<org.ecsdelivery.common.value.Secret> secrets = ConcurrentHashMap.newKeySet();
        final InMemoryStacks stacks = new InMemoryStacks();
        final InMemoryScans scans;
        PipelineApi pipelines = (cluster, service) -> SoundPipeline.with(pipeline -> pipeline);
        int closed;

        FakeOutside(DeployPorts aws, TaskPorts tasks, ImageEngine docker, InMemoryScans scans, Registries registries) {
            this.scans = scans;
            this.registries = registries;
            this.aws = aws;
            this.tasks = tasks;
            this.docker = docker;
        }

        @Override
        public DeployPorts aws() {
            return aws;
        }

        @Override
        public RegistryScans scans(PushTargets targets) {
            return host -> Optional.of(scans);
        }

        @Override
        public TaskPorts tasks() {
            return tasks;
        }

        @Override
        public StackApi stacks() {
            return stacks;
        }

        @Override
        public ParameterStore parameters() {
            return parameters;
        }

        @Override
        public SecretStore secretValues() {
            return secretValues;
        }

        @Override
        public PipelineApi pipelines() {
            return pipelines;
        }

        @Override
        public Registries registries(PushTargets targets) {
            return registries;
        }

        @Override
        public ImageEngine docker() {
            return docker;
        }

        @Override
        public java.util.Set<org.ecsdelivery.common.value.Secret> secrets() {
            return java.util.Set.copyOf(secrets);
        }

        @Override
        public Map<String, Long> requests() {
            return Map.of("ecs:DescribeServices", 30L, "ecs:UpdateService", 1L);
        }

        @Override
        public String description() {
            return "AWS in memory.";
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
