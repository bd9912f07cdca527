package org.ecsdelivery.server.access;

import java.time.Duration;
import java.time.InstantSource;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.server.node.NodePassage;

/**
 * The way from the server to AWS while somebody waits at a page: no call takes longer than five seconds.
 *
 * @param clock what sessions and caches are measured by
 * @param limits how long calls may take
 */
record AwsDoor(InstantSource clock, CallLimits limits) {
    /** The real one. */
    static AwsDoor real() {
        return new AwsDoor(
                InstantSource.system(),
                new CallLimits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        3,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1)));
    }

    /** Opens a session with the credentials given; the environment of the server's own process has no part in it. */
    AwsSession open(AwsAccess access) {
        return AwsSession.open(access, BuildEnvironment.NONE, clock, limits, new NodePassage());
    }
}
