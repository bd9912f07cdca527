package org.ecsdelivery.sandbox.aws.front;

import java.net.URI;
import java.time.InstantSource;

/** The account, region, address and clock in which the services of one stand-in live. */
public record AwsAccount(String id, String region, URI endpoint, InstantSource clock) {

    /** Answers the registry's host and port, as it stands in image names: {@code 127.0.0.1:49152}. */
    public String registryHost() {
        return endpoint.getAuthority();
    }

    /** Makes an ARN in this account and region, as in {@code arn:aws:ecs:eu-central-1:123456789012:cluster/web}. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
    }

    /** Answers the ARN of the user whom every call is taken to come from. */
    public String callerArn() {
        return "arn:aws:iam::" + id + ":user/deployer";
    }
}
