package org.ecsdelivery.dsl;

/** A connection to an AWS account. */
public final class AwsConnection extends TypedSetting<AwsConnection> implements ProjectFeature, Connection {
    private AwsConnection(SettingValues values) {
        super(values);
    }

    /** Returns a connection that acts as a role, with the permissions that another connection has to do so. */
    public static AwsConnection ofRole(String id, String name, String region, String roleArn, Connection principal) {
        return of(id, name, region, "awsAssumeIamRole")
                .set("awsIamRoleArn", roleArn)
                .set("awsConnectionId", principal);
    }

    /** Returns a connection with access keys. */
    public static AwsConnection ofKeys(String id, String name, String region, String accessKeyId, Secret secretKey) {
        return of(id, name, region, "awsAccessKeys")
                .set("awsAccessKeyId", accessKeyId)
                .set("secure:awsSecretAccessKey", secretKey.form());
    }

    /** Returns a connection with what the machine of the server has, such as an instance profile. */
    public static AwsConnection ofServer(String id, String name, String region) {
        return of(id, name, region, "defaultProvider");
    }

    private static AwsConnection of(String id, String name, String region, String credentials) {
        return new AwsConnection(SettingValues.of("OAuthProvider").id(id))
                .set("awsAllowedInBuilds", "true")
                .set("awsCredentialsType", credentials)
                .set("awsRegionName", region)
                .set("displayName", name)
                .set("providerType", "AWS");
    }

    /** Returns this connection for projects below its own too. */
    public AwsConnection forSubprojects() {
        return set("awsAllowedInSubProjects", "true");
    }

    @Override
    AwsConnection copy(SettingValues newValues) {
        return new AwsConnection(newValues);
    }
}
