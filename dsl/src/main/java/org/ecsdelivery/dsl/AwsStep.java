package org.ecsdelivery.dsl;

import org.ecsdelivery.common.settings.AwsParameters;

/**
 * A step that reaches AWS. Every text may hold parameter references such as {@code %aws.region%}.
 *
 * @param <S> the step itself
 */
public abstract sealed class AwsStep<S extends AwsStep<S>> extends TypedStep<S>
        permits ImageStep, DeployStep, TaskStep, DoctorStep {
    AwsStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns this step in a Region, where it cannot be taken from the image name or from the build. */
    public final S region(String region) {
        return with(AwsParameters.REGION, region);
    }

    /** Returns this step with one of several profiles of the build's credentials file. */
    public final S profile(String profile) {
        return with(AwsParameters.PROFILE, profile);
    }

    /**
     * Returns this step with access keys of its own, where the build's credentials cannot be used.
     *
     * @throws IllegalArgumentException when the secret is neither a {@code credentialsJSON:} token nor a reference
     */
    public final S accessKeys(String accessKeyId, String secretAccessKey) {
        return temporaryAccessKeys(accessKeyId, secretAccessKey, "");
    }

    /**
     * Returns this step with temporary access keys.
     *
     * @throws IllegalArgumentException when a secret is neither a {@code credentialsJSON:} token nor a reference
     */
    public final S temporaryAccessKeys(String accessKeyId, String secretAccessKey, String sessionToken) {
        return with(AwsParameters.ACCESS_KEY_ID, accessKeyId)
                .with(AwsParameters.SECRET_ACCESS_KEY, secretAccessKey)
                .with(AwsParameters.SESSION_TOKEN, sessionToken);
    }

    /** Returns this step acting as a role, for another account or for fewer permissions. */
    public final S role(String arn) {
        return role(arn, "");
    }

    /** Returns this step acting as a role whose owner asks for an external id. */
    public final S role(String arn, String externalId) {
        return with(AwsParameters.ROLE_ARN, arn).with(AwsParameters.EXTERNAL_ID, externalId);
    }

    /** Returns this step with another address than AWS's own: a private endpoint or a stand-in. */
    public final S endpoint(String address) {
        return with(AwsParameters.ENDPOINT, address);
    }
}
