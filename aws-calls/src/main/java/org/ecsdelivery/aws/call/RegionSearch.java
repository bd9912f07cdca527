package org.ecsdelivery.aws.call;

import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Finds the Region: the step's, else that of its connection, else that of the build's environment, else that of the profile. */
record RegionSearch(BuildEnvironment environment, Profiles profiles) {

    AwsRegion find(AwsAccess access) {
        return access.region()
                .or(() -> access.connection().flatMap(ConnectionAccess::region))
                .or(() -> variable("AWS_REGION"))
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .or(() -> profiles.region().map(text -> parse("region of the profile '" + profiles.name() + "'", text)))
                .orElseThrow(this::unknown);
    }

    private Optional<AwsRegion> variable(String name) {
        return environment.get(name).map(text -> parse(name + " of the build", text));
    }

    private static AwsRegion parse(String place, String text) {
        try {
            return new AwsRegion(text);
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    FailureKind.REGION_UNKNOWN,
                    "The " + place + " is no AWS Region",
                    String.valueOf(e.getMessage()),
                    "Enter Region (aws.region), such as eu-central-1.",
                    e);
        }
    }

    private EngineException unknown() {
        return new EngineException(
                FailureKind.REGION_UNKNOWN,
                "No AWS Region is known: the step names none, AWS_REGION and AWS_DEFAULT_REGION of the build are empty,"
                        + " and the profile '" + profiles.name() + "' has none in " + profiles.places(),
                "",
                "Enter Region (aws.region), such as eu-central-1.");
    }
}
