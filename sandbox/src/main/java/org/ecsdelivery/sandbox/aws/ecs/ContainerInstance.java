package org.ecsdelivery.sandbox.aws.ecs;

/** One EC2 host of a cluster. */
final class ContainerInstance {
    final String arn;
    final String ec2InstanceId;
    private int nextPort = 32768;

    ContainerInstance(String arn, String ec2InstanceId) {
        this.arn = arn;
        this.ec2InstanceId = ec2InstanceId;
    }

    int dynamicPort() {
        return nextPort++;
    }
}
