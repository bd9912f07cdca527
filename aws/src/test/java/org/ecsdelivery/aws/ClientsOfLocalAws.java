package org.ecsdelivery.aws;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.LocalAwsBuilder;
import org.ecsdelivery.sandbox.time.VirtualClock;

/** The real clients, over the wire, in front of a stand-in for AWS on a virtual clock. */
final class ClientsOfLocalAws implements AutoCloseable {
    /** Limits that end a test soon: what is to be retried is retried at once. */
    static final CallLimits QUICK = new CallLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            4,
            Duration.ofMillis(1),
            Duration.ofMillis(2));

    final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    final LocalAws aws;
    final AwsClients clients;

    ClientsOfLocalAws() {
        this(UnaryOperator.identity());
    }

    ClientsOfLocalAws(UnaryOperator<LocalAwsBuilder> settings) {
        aws = settings.apply(LocalAws.builder().clock(clock)).start();
        clients = AwsClients.open(at(aws.endpoint()), build(Map.of()), clock, QUICK);
    }

    /** Settings of a step that name the Region and an address, and nothing else. */
    static AwsAccess at(URI endpoint) {
        return new AwsAccess(
                Optional.of(new AwsRegion("eu-central-1")),
                Optional.of(endpoint),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The environment of a build that has access keys, and whatever else a test gives it. */
    static BuildEnvironment build(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID", "AKIDOFBUILD",
                "AWS_SECRET_ACCESS_KEY", "secret-of-the-build",
                "AWS_EC2_METADATA_DISABLED", "true"));
        variables.putAll(more);
        return new BuildEnvironment(variables);
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
    }
}
