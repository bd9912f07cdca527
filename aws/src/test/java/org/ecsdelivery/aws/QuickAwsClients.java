package org.ecsdelivery.aws;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;

/** The real clients with limits that end a test soon, for the tests of whole steps. */
public final class QuickAwsClients {
    private QuickAwsClients() {}

    /** Opens them in front of a stand-in, as a build in a Region would. */
    public static AwsClients of(URI endpoint, String region, InstantSource clock) {
        AwsAccess access = new AwsAccess(
                Optional.of(new AwsRegion(region)),
                Optional.of(endpoint),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return AwsClients.open(access, ClientsOfLocalAws.build(Map.of()), clock, ClientsOfLocalAws.QUICK);
    }
}
