package org.ecsdelivery.aws;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.EngineException;

/** A build in a process of its own, whose environment is not the build's: see {@link ProcessEnvironmentWireTest}. */
public final class HostileAgent {
    private HostileAgent() {}

    /** Does what the first argument says with the address in the second, and prints what comes of it. */
    public static void main(String[] args) {
        try {
            switch (args[0]) {
                case "search" -> search(access(Optional.of(URI.create(args[1]))));
                case "region" ->
                    search(new AwsAccess(
                            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
                case "sign" -> callEcs(access(Optional.of(URI.create(args[1]))), Map.of());
                case "addresses" -> callAll(args[1]);
                default -> throw new IllegalArgumentException(args[0]);
            }
        } catch (EngineException e) {
            System.out.println(e.getMessage());
        }
    }

    private static AwsAccess access(Optional<URI> endpoint) {
        return new AwsAccess(
                Optional.of(new AwsRegion("eu-central-1")),
                endpoint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void search(AwsAccess access) {
        AwsClients.open(
                        access,
                        new BuildEnvironment(Map.of("AWS_EC2_METADATA_DISABLED", "true")),
                        InstantSource.system(),
                        ClientsOfLocalAws.QUICK)
                .close();
    }

    private static AwsClients open(AwsAccess access, Map<String, String> build) {
        return AwsClients.open(access, ClientsOfLocalAws.build(build), InstantSource.system(), ClientsOfLocalAws.QUICK);
    }

    private static void callEcs(AwsAccess access, Map<String, String> build) {
        try (AwsClients clients = open(access, build)) {
            clients.ecs().listTasks(new ClusterName("prod"), new ServiceName("web"), TaskList.RUNNING);
        }
    }

    private static void callAll(String proxy) {
        Map<String, String> build = Map.of("HTTPS_PROXY", proxy);
        try (AwsClients clients = open(access(Optional.empty()), build)) {
            attempt(() -> clients.ecs().listTasks(new ClusterName("prod"), new ServiceName("web"), TaskList.RUNNING));
            attempt(() -> clients.imageRegistry().authorize());
            attempt(() -> clients.targetGroups().targets("arn"));
            attempt(() -> clients.containerLogs().tail("group", "stream", 1));
        }
        AwsAccess asRole = new AwsAccess(
                Optional.of(new AwsRegion("eu-central-1")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AwsAccess.Role("arn:aws:iam::123456789012:role/deployer", Optional.empty())));
        attempt(() -> callEcs(asRole, build));
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (EngineException e) {
            System.out.println(e.getMessage());
        }
    }
}
