package org.ecsdelivery.aws.call;

/** The services that speak the Query protocol (Smithy, "AWS query protocol") and are called without a client of the SDK. */
public enum QueryApi {
    /** Elastic Compute Cloud. */
    EC2("ec2", "2016-11-15"),
    /** Simple Notification Service. */
    SNS("sns", "2010-03-31"),
    /** Security Token Service. */
    STS("sts", "2011-06-15"),
    /** Identity and Access Management, which is one for all Regions of a partition. */
    IAM("iam", "2010-05-08"),
    /** CloudFormation. */
    CLOUD_FORMATION("cloudformation", "2010-05-15");

    private final String service;
    private final String version;

    QueryApi(String service, String version) {
        this.service = service;
        this.version = version;
    }

    /** Returns the service's name in addresses. */
    String service() {
        return service;
    }

    /** Returns the version of its API. */
    String version() {
        return version;
    }
}
