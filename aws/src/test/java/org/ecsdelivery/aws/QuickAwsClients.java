package org.ecsdelivery.aws;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;

/** The real clients with limits that end a test soon, for the tests of whole steps. */
public final class QuickAwsClients {
    private QuickAwsClients() {}

    /** Opens them in front of a stand-in, as a build in a Region would. */
    public static AwsClients of(URI endpoint, String region, InstantSource clock) {
        return of(endpoint, region, clock, ClientsOfLocalAws.QUICK);
    }

    /** Opens clients that wait a moment at most for an answer, and make each call only so often. */
    public static AwsClients impatient(
            URI endpoint, String region, InstantSource clock, Duration moment, int attempts) {
        CallLimits limits = new CallLimits(
                Duration.ofSeconds(5),
                moment,
                Duration.ofSeconds(20),
                attempts,
                Duration.ofMillis(1),
                Duration.ofMillis(1));
        return of(endpoint, region, clock, limits);
    }

    private static AwsClients of(URI endpoint, String region, InstantSource clock, CallLimits limits) {
        AwsAccess access = new AwsAccess(
                Optional.of(new AwsRegion(region)),
                Optional.of(endpoint),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return AwsClients.open(access, ClientsOfLocalAws.build(Map.of()), clock, limits);
    }
}
