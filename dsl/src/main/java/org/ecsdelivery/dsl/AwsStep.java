package org.ecsdelivery.dsl;

import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.ConnectionParameters;

/**
 * A step that reaches AWS. Every text may hold parameter references such as {@code %aws.region%}.
 *
 * @param <S> the step itself
 */
public abstract sealed class AwsStep<S extends AwsStep<S>> extends TypedStep<S>
        permits ImageStep, DeployStep, TaskStep, DoctorStep, SetupStep {
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

    /** Returns this step with one more tag on the session of its role, which policies and CloudTrail see. */
    public final S sessionTag(String key, String value) {
        return withAssignment(AwsParameters.SESSION_TAGS, key, value);
    }

    /** Returns this step with temporary credentials and the Region of a connection of the project. */
    public final S connection(Connection connection) {
        return connection(connection.id());
    }

    /** Returns this step with temporary credentials and the Region of the connection that has this id. */
    public final S connection(String id) {
        return with(ConnectionParameters.CONNECTION, id);
    }

    /** Returns this step with a session of its connection that lasts so many minutes from the start of the build. */
    public final S sessionMinutes(int minutes) {
        return sessionMinutes(Integer.toString(minutes));
    }

    /** Returns this step with {@link #sessionMinutes(int)} decided by a parameter of the build. */
    public final S sessionMinutes(String reference) {
        return with(ConnectionParameters.MINUTES, reference);
    }

    /** Returns this step with another address than AWS's own: a private endpoint or a stand-in. */
    public final S endpoint(String address) {
        return with(AwsParameters.ENDPOINT, address);
    }
}
