package org.ecsdelivery.server.access;

import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.EcrHost;

/**
 * Finds the credentials that a step would have, as far as the server has them too. What only the agent has, its environment and its
 * machine, is not replaced by the server's own: that would tell of the wrong identity.
 */
final class ServerAccess {
    private static final String FEATURE = "PROVIDE_AWS_CREDS";

    private final ConnectionCredentials credentials;

    ServerAccess(ConnectionCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Returns the way to AWS without its credentials: enough to tell one from another.
     *
     * @throws CannotLook when the server has no such way
     */
    AwsAccess planned(StepUnderEdit step) throws CannotLook {
        AwsAccess access = step.access();
        if (access.endpoint().isPresent()
                && !AllowedAddresses.allow(access.endpoint().get())) {
            throw new CannotLook("The server calls no other addresses than AWS's own, and "
                    + access.endpoint().get() + " is none. An administrator can allow it with the internal property "
                    + AllowedAddresses.PROPERTY + ".");
        }
        AwsAccess regional = access.region().isPresent()
                ? access
                : ofRegistry(step).map(access::inRegion).orElse(access);
        return regional.keys().isPresent() || regional.connection().isPresent()
                ? regional
                : withConnection(regional, ofFeature(step, regional));
    }

    /**
     * Returns the way to AWS with credentials.
     *
     * @throws CannotLook when its connection gives none, or no Region is known
     */
    AwsAccess open(StepUnderEdit step, AwsAccess planned) throws CannotLook {
        AwsAccess access = planned.connection().isPresent()
                ? withConnection(planned, given(step, planned.connection().get()))
                : planned;
        if (access.region()
                .or(() -> access.connection().flatMap(ConnectionAccess::region))
                .isEmpty()) {
            throw new CannotLook("Enter Region (aws.region): neither the step nor its connection names one.");
        }
        return access;
    }

    private ConnectionAccess given(StepUnderEdit step, ConnectionAccess asked) throws CannotLook {
        try {
            return credentials.of(step.configuration().getProject(), asked);
        } catch (ConnectionRefused refusal) {
            throw new CannotLook(refusal.getMessage() + ".");
        }
    }

    private static AwsAccess withConnection(AwsAccess access, ConnectionAccess connection) {
        return new AwsAccess(
                access.region(),
                access.endpoint(),
                Optional.empty(),
                Optional.empty(),
                access.role(),
                Optional.of(connection));
    }

    private static ConnectionAccess ofFeature(StepUnderEdit step, AwsAccess access) throws CannotLook {
        List<SBuildFeatureDescriptor> features =
                List.copyOf(step.configuration().getBuildFeaturesOfType(FEATURE));
        return features.stream()
                .filter(each -> features.size() == 1
                        || access.profile()
                                .orElse("")
                                .equals(each.getParameters().getOrDefault("awsProfile", "")))
                .map(each -> each.getParameters().getOrDefault("awsConnectionId", ""))
                .filter(id -> !id.isEmpty() && !id.contains("%"))
                .findFirst()
                .map(id -> new ConnectionAccess(
                        id, 15, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .orElseThrow(() ->
                        new CannotLook("The step takes its credentials from the build's environment or from the agent's"
                                + " machine, which the server does not have. Enter an AWS connection (aws.connection), or add the build"
                                + " feature \"AWS Credentials\", to test it from here."));
    }

    /** The first repository counts, as in a build; what is half entered tells nothing yet. */
    private static Optional<AwsRegion> ofRegistry(StepUnderEdit step) {
        String host = step.entered("image.repository").strip().split("[/,\\s]", 2)[0];
        return EcrHost.of(host).map(EcrHost::region);
    }
}
