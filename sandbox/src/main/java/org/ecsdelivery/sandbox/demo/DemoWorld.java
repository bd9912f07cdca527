package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;

/**
 * The AWS account of the demonstration: for each stage a cluster with two services in steady state, one of them behind a load balancer. There
 * is nothing for prod, and of Ludlow there are only the secrets that people keep.
 */
final class DemoWorld implements AutoCloseable {
    static final List<String> CLUSTERS = List.of("shop-dev", "shop-qa");
    static final String WEB = "shop-web";
    static final String WORKER = "shop-worker";
    static final String REPOSITORY = "shop/web";
    static final String SECRET = "shop/tests";
    static final Duration DEREGISTRATION_DELAY = Duration.ofSeconds(10);

    private final LocalAws aws;

    private DemoWorld(LocalAws aws) {
        this.aws = aws;
    }

    static DemoWorld create(Breakage breakage) {
        DemoWorld world =
                new DemoWorld(LocalAws.builder().timings(TaskTimings.quick()).start());
        world.aws.secrets().put(SECRET, "{\"voucher\": \"SPRING-SALE-7TGP2\"}");
        for (String stage : List.of("qa", "prod")) {
            world.aws.secrets().put("ludlow/" + stage, "{\"paymentKey\": \"pk-" + stage + "-4Z81QX\"}");
        }
        List<String> groups = CLUSTERS.stream().map(world::seed).toList();
        world.breakWith(breakage, groups.get(0));
        return world;
    }

    String endpoint() {
        return aws.endpoint().toString();
    }

    /** Writes where the registry is, so that whoever started this knows which images to take off the Docker Engine. */
    void nameRegistry(Path file) {
        try {
            Files.writeString(file, aws.registryHost());
        } catch (IOException cause) {
            throw new UncheckedIOException(file + " cannot be written", cause);
        }
    }

    /** Returns what TeamCity's build feature "AWS Credentials" would provide. */
    Map<String, String> environment() {
        return Map.of(
                "env.AWS_ACCESS_KEY_ID", "AKIADEMODEMODEMODEMO",
                "env.AWS_SECRET_ACCESS_KEY", "demo-secret-access-key-that-is-worth-nothing",
                "env.AWS_REGION", "eu-central-1");
    }

    private String seed(String cluster) {
        String group = aws.elb()
                .create(TargetGroupSpec.named(cluster + "-web")
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                        .withDeregistrationDelay(DEREGISTRATION_DELAY));
        aws.ecs()
                .service(cluster, WEB)
                .container("web", 8080)
                .image("public.ecr.aws/example/shop-web:41")
                .running(2)
                .targetGroup(group)
                .circuitBreaker(true)
                .create();
        aws.ecs()
                .service(cluster, WORKER)
                .image("public.ecr.aws/example/shop-worker:41")
                .running(1)
                .circuitBreaker(true)
                .create();
        return group;
    }

    private void breakWith(Breakage breakage, String group) {
        switch (breakage) {
            case IMAGE ->
                aws.registry()
                        .faults()
                        .denyPush(REPOSITORY, "arn:aws:sts::" + aws.account().id() + ":assumed-role/ci/build-42");
            case DEPLOY ->
                aws.ecs()
                        .behaviour(
                                image -> image.contains("@sha256:"),
                                TaskBehaviour.exits(1)
                                        .printing(
                                                "shop 42 starting",
                                                "FATAL: environment variable DATABASE_URL is not set"));
            case DRAIN -> aws.elb().neverDrains(group);
            case NOTHING -> {
                // the world stays whole
            }
        }
    }

    @Override
    public void close() {
        aws.close();
    }
}
