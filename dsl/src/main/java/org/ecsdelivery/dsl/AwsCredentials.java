package org.ecsdelivery.dsl;

/** Gives the steps of a build the credentials of an AWS connection. */
public final class AwsCredentials extends TypedSetting<AwsCredentials> implements Feature {
    private AwsCredentials(SettingValues values) {
        super(values);
    }

    /** Returns the credentials of a connection, for an hour. */
    public static AwsCredentials of(Connection connection) {
        return new AwsCredentials(SettingValues.of("PROVIDE_AWS_CREDS")).set("awsConnectionId", connection);
    }

    /** Returns these credentials for so many minutes. */
    public AwsCredentials minutes(int minutes) {
        return set("awsSessionDuration", Integer.toString(minutes));
    }

    /** Returns these credentials under a name in the credentials file, for a build that has several. */
    public AwsCredentials profile(String name) {
        return set("awsProfile", name);
    }

    @Override
    AwsCredentials copy(SettingValues newValues) {
        return new AwsCredentials(newValues);
    }
}
