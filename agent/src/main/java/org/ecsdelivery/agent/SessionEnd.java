package org.ecsdelivery.agent;

import java.time.Duration;
import java.time.InstantSource;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.common.settings.AwsAccess;

/** Says at the beginning of a step that its credentials may end before it does: nobody can renew them from here. */
final class SessionEnd {
    private SessionEnd() {}

    static void tell(AwsAccess access, Duration limit, InstantSource clock, StepLog log) {
        access.connection()
                .flatMap(connection -> connection.warning(clock.instant(), limit))
                .ifPresent(text -> log.line(text, Status.WARNING));
    }
}
