package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.doctor.SoundPipeline;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.InMemoryTaskRuns;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.envfile.InMemoryBuckets;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.engine.image.HeldImage;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;

/** A service with two old tasks behind a load balancer, in virtual time, and the words the tests of a deployment use. */
abstract class DeployOnTest {
    static final String DIGEST = "sha256:" + "a".repeat(64);
    static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    final VirtualTime time = new VirtualTime();
    final InMemoryEcs ecs = new InMemoryEcs(time, "old1", "old2");
    final InMemoryTaskRuns tasks = new InMemoryTaskRuns("app").withRevisions(arn -> arn.contains("/web:"));
    final InMemoryBuckets buckets = new InMemoryBuckets();
    PipelineApi pipelines = (cluster, service) -> SoundPipeline.with(pipeline -> pipeline);
    final List<EngineEvent> events = new ArrayList<>();
    final Cancellation cancellation = new Cancellation();
    final DeploySettings settings = DeploySettings.of(
                    InMemoryEcs.CLUSTER, InMemoryEcs.SERVICE, ImageReference.parse(HOST + "/shop/web@" + DIGEST))
            .timeout(Duration.ofMinutes(10))
            .build();

    /** Two new tasks at 10 and 30 s; the old ones selected, draining from 20 and 35 s on; completed at 40 s. */
    void rollsOut() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(15), () -> ecs.select("old1"))
                .at(seconds(22), () -> drain("old1"))
                .at(seconds(30), () -> ecs.runTask("new2", "ecs-svc/2"))
                .at(seconds(31), () -> ecs.select("old2"))
                .at(seconds(36), () -> drain("old2"))
                .at(seconds(40), () -> ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed"));
    }

    void drain(String task) {
        ecs.move(task, TaskStatus.DEACTIVATING);
        ecs.target(task, Health.DRAINING);
    }

    void targetsGone() {
        ecs.targetGone("old1");
        ecs.targetGone("old2");
    }

    DeployResult run(DeploySettings with) {
        return run(ecs, with);
    }

    DeployResult run(InMemoryEcs world, DeploySettings with) {
        return new ServiceDeploy(ports(world), time, time, cancellation, events::add)
                .run(with, Map.of("ecs-delivery:build-id", "42"));
    }

    DeployPorts ports() {
        return ports(ecs);
    }

    private DeployPorts ports(InMemoryEcs world) {
        return new DeployPorts(
                world, world, world, new RegistryWithOneImage(), world, world, tasks, buckets, pipelines);
    }

    DeploySettings until(FinishLevel level) {
        return settings.toBuilder().finishLevel(level).build();
    }

    DeploySettings rollingBack() {
        return settings.whenStopped(OnStop.ROLL_BACK);
    }

    DeploySettings withContainer(String name) {
        return settings.toBuilder()
                .container(Optional.of(new ContainerName(name)))
                .build();
    }

    DeploySettings withImage(String image) {
        return settings.toBuilder().image(ImageReference.parse(image)).build();
    }

    List<Rung> rungsOf(String task) {
        return all(DeployEvent.TaskStepped.class).stream()
                .filter(each -> each.task().equals(task))
                .map(DeployEvent.TaskStepped::rung)
                .toList();
    }

    List<String> warnings() {
        return all(EngineEvent.Warned.class).stream()
                .map(EngineEvent.Warned::text)
                .toList();
    }

    <T> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    /** Knows the image of every tag but "missing". */
    private static final class RegistryWithOneImage implements ImageRegistry {
        @Override
        public RegistryCredential authorize() {
            return new RegistryCredential(new RegistryHost(HOST), "AWS", Secret.of("token"), Instant.MAX);
        }

        @Override
        public boolean exists(ImageReference repository) {
            return true;
        }

        @Override
        public void create(ImageReference repository) {
            throw new AssertionError("nothing is to be created");
        }

        @Override
        public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
            return taggedImage.toString().endsWith(":missing")
                    ? Optional.empty()
                    : Optional.of(new ImageDigest(DIGEST))
                            .filter(each -> taggedImage
                                    .digest()
                                    .filter(given -> !given.equals(each))
                                    .isEmpty());
        }

        @Override
        public boolean freezesTags(ImageReference repository) {
            return false;
        }

        @Override
        public Optional<HeldImage> held(ImageReference taggedImage) {
            return digestOf(taggedImage).map(digest -> new HeldImage(digest, Optional.empty()));
        }

        @Override
        public List<PlatformImage> images(ImageReference pinnedImage) {
            return List.of(
                    new PlatformImage("linux/amd64", new ImageDigest(DIGEST)),
                    new PlatformImage("windows/amd64", new ImageDigest("sha256:" + "b".repeat(64))));
        }
    }
}
